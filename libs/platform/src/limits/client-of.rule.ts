import ipaddr from 'ipaddr.js';

/** Who a remote address counts as: itself, or for IPv6 its /64, since one host owns all of that. */
export function clientOf(remoteAddress: string | undefined): string {
  const literal = (remoteAddress ?? '').replace(/%.*$/, '');
  if (!ipaddr.isValid(literal)) return 'unknown';
  const address = ipaddr.process(literal);
  if (address instanceof ipaddr.IPv4) return address.toString();
  return `${address.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
