import { type ContractCase, regex, rows } from '../language/index.ts';

/** Addresses that nobody registers in a development set-up; nothing of them is dialled. */
const REFUSED: Readonly<Record<string, string>> = {
  ...{ ftp: 'ftp://8.8.8.8', file: 'file:///etc/passwd', 'no-url': 'no url', 'no-host': 'http://' },
  ...{ loopback: 'http://127.0.0.1:8000', 'loopback-last': 'http://127.255.255.255' },
  ...{ 'loopback-hex': 'http://0x7f.1', 'loopback-decimal': 'http://2130706433' },
  ...{ 'loopback-v6': 'http://[::1]', 'loopback-mapped': 'http://[::ffff:127.0.0.1]' },
  ...{ 'localhost-upper': 'http://LOCALHOST:8000', 'link-local': 'http://169.254.169.254/latest/meta-data' },
  ...{ 'link-local-last': 'http://169.254.255.255', 'link-local-v6': 'http://[fe80::1]' },
  ...{ 'link-local-v6-last': 'http://[febf::1]', 'unique-local-fc': 'http://[fc00::1]' },
  ...{ ten: 'http://10.0.0.1', 'ten-mapped': 'http://[::ffff:10.0.0.1]' },
  ...{ 'private-172': 'http://172.16.0.1', 'private-172-last': 'http://172.31.255.255' },
  ...{ 'private-192': 'http://192.168.1.1', 'unique-local-fd': 'http://[fd00::1]' },
  ...{
    'test-net-1': 'http://192.0.2.1',
    'test-net-2': 'http://198.51.100.1',
    'test-net-3': 'http://203.0.113.1',
  },
  ...{ nat: 'http://100.64.0.1', 'nat-last': 'http://100.127.255.255' },
  ...{ multicast: 'http://239.1.2.3', 'multicast-local': 'http://224.0.0.1' },
  ...{ 'documentation-v6': 'http://[2001:db8::1]' },
};

/** Refused by the careful rule alone: the real platform registers them. */
const CAREFUL: Readonly<Record<string, string>> = {
  ...{
    'this-net': 'http://0.1.2.3',
    benchmark: 'http://198.18.0.1',
    'benchmark-last': 'http://198.19.255.255',
  },
  ...{
    reserved: 'http://240.0.0.1',
    broadcast: 'http://255.255.255.255',
    nat64: 'http://[64:ff9b::808:808]',
  },
};

/** Addresses that are registered, with the neighbours of what is not. */
const TAKEN: Readonly<Record<string, string>> = {
  ...{
    unspecified: 'http://0.0.0.0',
    'unspecified-v6': 'http://[::]',
  },
  ...{
    public: 'http://8.8.8.8',
    'public-https': 'https://8.8.8.8:8443',
    'public-v6': 'http://[2606:4700::1111]',
  },
  ...{ 'below-ten': 'http://9.255.255.255', 'above-ten': 'http://11.0.0.1' },
  ...{ 'below-172': 'http://172.15.255.255', 'above-172': 'http://172.32.0.1' },
  ...{ 'below-192': 'http://192.167.255.255', 'above-192': 'http://192.169.0.1' },
  ...{ 'below-nat': 'http://100.63.255.255', 'above-nat': 'http://100.128.0.1' },
  ...{ 'below-link-local': 'http://169.253.255.255', 'above-link-local': 'http://169.255.0.1' },
  ...{ 'below-loopback': 'http://126.255.255.255', 'above-loopback': 'http://128.0.0.1' },
};

/** Addresses that messages do not go to, in any set-up. */
const UNSENT: Readonly<Record<string, string>> = {
  ...{ 'link-local': 'http://169.254.169.254', 'link-local-v6': 'http://[fe80::1]' },
  ...{ unspecified: 'http://0.0.0.0:8000', 'unspecified-v6': 'http://[::]:8000' },
  ...{ 'unique-local-fc': 'http://[fc00::1]', 'test-net-1': 'http://192.0.2.1' },
  ...{
    nat: 'http://100.64.0.1',
    'multicast-local': 'http://224.0.0.1',
    'multicast-local-v6': 'http://[ff02::1]',
  },
  ...{ 'link-local-mapped': 'http://[::ffff:169.254.169.254]' },
  ...{ 'this-net': 'http://0.1.2.3', reserved: 'http://240.0.0.1' },
};

/** E.5: what may be registered, and where messages go. */
export const ADDRESSES: readonly ContractCase[] = [
  ...rows<{ readonly url: string }>(
    'E.5',
    'refused',
    table({ ...REFUSED, ...CAREFUL }),
    ({ url }) => `Nobody registers ${url}`,
    async ({ platform, expect }, { url }) => {
      const { id, token } = await platform.workspace({ mode: 'push' });
      const json = { id, agent_card: {}, url };
      const asked = await platform.ask('POST', '/registry/register', { as: token, json });
      expect('it is refused', asked, { status: 400, like: { error: regex(/.+/) } });
    },
  ),

  ...rows<{ readonly url: string }>(
    'E.5',
    'taken',
    table(TAKEN),
    ({ url }) => `An agent registers ${url}`,
    async ({ platform, expect }, { url }) => {
      const { id, token } = await platform.workspace({ mode: 'push' });
      const json = { id, agent_card: {}, url };
      const asked = await platform.ask('POST', '/registry/register', { as: token, json });
      expect('it is registered', asked, { status: 200, like: { delivery_mode: 'push' } });
    },
  ),

  ...rows<{ readonly url: string }>(
    'E.5',
    'unsent',
    table(UNSENT),
    ({ url }) => `No message goes to ${url}`,
    async ({ platform, database, expect }, { url }) => {
      const workspace = await platform.workspace({ mode: 'push' });
      const sql = 'UPDATE workspaces SET url = $2, status = $3 WHERE id = $1';
      await database.query(sql, [workspace.id, url, 'online']);
      expect('it is not sent', await platform.send(workspace, 'x'), {
        status: 502,
        like: { error: 'workspace URL is not publicly routable' },
      });
    },
    { needs: ['database'] },
  ),
];

function table(urls: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(urls).map(([key, url]) => [key, { url }]));
}
