import { describe, expect, it } from '@jest/globals';
import { AddressRule } from './public-address.rule.js';

const PUBLIC = ['8.8.8.8', '93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946', '2001:4860:4860::8888'];
const REFUSED: Record<string, string> = {
  loopback: '127.0.0.1',
  'the whole loopback net': '127.255.255.254',
  'this host': '0.0.0.0',
  'private 10': '10.1.2.3',
  'private 172': '172.31.255.255',
  'private 192': '192.168.0.1',
  'carrier-grade NAT': '100.64.0.1',
  'link local and metadata': '169.254.169.254',
  'Azure host': '168.63.129.16',
  benchmarking: '198.18.0.1',
  documentation: '203.0.113.7',
  multicast: '224.0.0.1',
  broadcast: '255.255.255.255',
  reserved: '240.0.0.1',
  'relay anycast': '192.88.99.1',
  'v6 loopback': '::1',
  'v6 unspecified': '::',
  'v6 link local with zone': 'fe80::1%eth0',
  'v6 unique local': 'fd00::1',
  'v6 metadata': 'fd00:ec2::254',
  'v6 multicast': 'ff02::1',
  'v6 site local': 'fec0::1',
  'IPv4-mapped private': '::ffff:10.0.0.1',
  'IPv4-mapped public': '::ffff:8.8.8.8',
  'IPv4-compatible': '::127.0.0.1',
  NAT64: '64:ff9b::7f00:1',
  'local NAT64': '64:ff9b:1::7f00:1',
  '6to4': '2002:7f00:1::',
  Teredo: '2001:0:7f00:1::',
  'v6 documentation': '2001:db8::1',
  nothing: '',
  'a name': 'localhost',
};

describe('AddressRule', () => {
  it.each(PUBLIC)('permits %s', (address) => expect(new AddressRule().permits(address)).toBe(true));

  it.each(Object.entries(REFUSED))('refuses %s (%s)', (_name, address) =>
    expect(new AddressRule().permits(address)).toBe(false),
  );

  it('lets the operator except a range, narrowly, whichever way the address is written', () => {
    const rule = new AddressRule(['10.1.2.0/24', ' fd00::5 ', '']);
    expect(['10.1.2.200', '::ffff:10.1.2.3', '[fd00::5]'].map((each) => rule.permits(each))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['10.1.3.1', 'fd00::6', '127.0.0.1'].map((each) => rule.permits(each))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('refuses an exception it cannot read, naming the setting', () => {
    expect(() => new AddressRule(['10.0.0.0/33'])).toThrow('OUTBOUND_ALLOW');
    expect(() => new AddressRule(['intranet.example'])).toThrow('OUTBOUND_ALLOW');
  });
});
