import ipaddr from 'ipaddr.js';

/** A range of addresses: its first address and the length of its prefix in bits. */
export type Cidr = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Reads comma-separated ranges; an address alone is a range of one. Throws an Error that quotes the bad part. */
export function parseCidrs(text: string): Cidr[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parseCidr);
}

function parseCidr(text: string): Cidr {
  const [address = '', ...prefix] = text.split('/');
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address))
    throw new Error(`"${text}" is not a range`);
  if (prefix.length > 0 && !ipaddr.isValidCIDR(text)) throw new Error(`"${text}" is not a range`);
  const range = prefix.length > 0 ? ipaddr.parseCIDR(text) : wholeAddress(address);
  if (range[0].kind() === 'ipv6' && (range[0] as ipaddr.IPv6).isIPv4MappedAddress())
    throw new Error(`"${text}" is an IPv4 range written as IPv6: write it as IPv4`);
  return range;
}

function wholeAddress(text: string): Cidr {
  const address = ipaddr.parse(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
