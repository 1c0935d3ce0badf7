import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Range = [Address, number];

/** Azure's host service answers here, on a public address. */
const DENIED_V4 = [ipaddr.IPv4.parseCIDR('168.63.129.16/32'), ipaddr.IPv4.parseCIDR('192.88.99.0/24')];
const GLOBAL_V6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** Inside 2000::/3 but carrying another address or none of their own: Teredo, 6to4, documentation, SRv6, ORCHID. */
const DENIED_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'].map((range) =>
  ipaddr.IPv6.parseCIDR(range),
);

/** Which addresses requests may go to. `allow` holds the operator's exceptions as CIDRs. */
export class AddressRule {
  private readonly allowed: Range[];

  /** Throws an Error naming OUTBOUND_ALLOW when an entry is no CIDR (a bare address means itself alone). */
  constructor(allow: readonly string[] = []) {
    this.allowed = allow
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '')
      .map(rangeOf);
  }

  /** True when the literal (as a socket or a DNS answer gives it) may be connected to. */
  permits(literal: string): boolean {
    const bare = literal.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
    if (!ipaddr.isValid(bare)) return false;
    const address = ipaddr.parse(bare);
    return isPublic(address) || this.allowed.some((range) => within(unmapped(address), range));
  }
}

function isPublic(address: Address): boolean {
  if (address instanceof ipaddr.IPv4)
    return address.range() === 'unicast' && !DENIED_V4.some((range) => address.match(range));
  // IPv4-mapped and NAT64 addresses (::ffff:0:0/96, 64:ff9b::/96) lie outside 2000::/3.
  return address.match(GLOBAL_V6) && !DENIED_V6.some((range) => address.match(range)) && isUnicast(address);
}

const isUnicast = (address: ipaddr.IPv6) => address.range() === 'unicast';

/** An IPv4-mapped address reaches the IPv4 host: the operator's IPv4 ranges cover it. */
function unmapped(address: Address): Address {
  return address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

function within(address: Address, [base, bits]: Range): boolean {
  return address.kind() === base.kind() && address.match(base as ipaddr.IPv4 & ipaddr.IPv6, bits);
}

function rangeOf(entry: string): Range {
  try {
    if (entry.includes('/')) return ipaddr.parseCIDR(entry);
    const address = ipaddr.parse(entry);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  } catch (error) {
    throw new Error(
      `OUTBOUND_ALLOW: "${entry}" is no range of addresses. Write CIDRs separated by commas, like 10.1.2.0/24.`,
      { cause: error },
    );
  }
}
