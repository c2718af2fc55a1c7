import { BlockList, isIPv6 } from 'node:net';

/** The address classes that the two validators tell apart; an address in none of them is public. */
export const CLASSES = {
  loopback: ['127.0.0.0/8', '::1/128'],
  unspecified: ['0.0.0.0/32', '::/128'],
  'link-local': ['169.254.0.0/16', 'fe80::/10'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fd00::/8'],
  'unique local': ['fc00::/8'],
  documentation: ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'],
  'documentation v6': ['2001:db8::/32'],
  'carrier-grade NAT': ['100.64.0.0/10'],
  'local multicast v4': ['224.0.0.0/24'],
  'local multicast v6': ['ff02::/16'],
  'multicast v4': ['224.0.0.0/4'],
  'multicast v6': ['ff00::/8'],
  reserved: ['0.0.0.0/8', '198.18.0.0/15', '240.0.0.0/4', '64:ff9b::/96'],
} as const satisfies Record<string, readonly string[]>;

export type AddressClass = keyof typeof CLASSES | 'public';

const LISTS = Object.entries(CLASSES).map(
  ([name, ranges]) => [name as AddressClass, blockList(ranges)] as const,
);

/** The first class that holds `address`; IPv4-mapped IPv6 counts as the IPv4 address inside. */
export function classify(address: string): AddressClass {
  const plain = unmapped(address);
  const family = isIPv6(plain) ? 'ipv6' : 'ipv4';
  return LISTS.find(([, list]) => list.check(plain, family))?.[0] ?? 'public';
}

function blockList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', prefix = ''] = range.split('/');
    list.addSubnet(network, Number(prefix), isIPv6(network) ? 'ipv6' : 'ipv4');
  }
  return list;
}

function unmapped(address: string): string {
  const canonical = isIPv6(address) ? new URL(`http://[${address}]`).hostname.slice(1, -1) : address;
  const hex = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(canonical);
  if (!hex) return canonical;
  const bits = (Number.parseInt(hex[1] ?? '0', 16) << 16) | Number.parseInt(hex[2] ?? '0', 16);
  return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.');
}
