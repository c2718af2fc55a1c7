import { before, type ContractCase, one, rows, since } from '../language/index.ts';
import { download, headerOf, OPERATIONS, upload } from './g-scene.ts';

type Operation = (typeof OPERATIONS)[keyof typeof OPERATIONS];

const OUTSIDE = 'path must be under /configs, /workspace, /home, or /plugins';

/** G.2: when there is no file. */
export const FILE_REFUSALS: readonly ContractCase[] = [
  ...rows<{ readonly path: string; readonly error: string }>(
    'G.2',
    'path',
    {
      empty: { path: '', error: 'path query required' },
      relative: { path: 'workspace/a', error: 'path must be absolute' },
      outside: { path: '/etc/passwd', error: OUTSIDE },
      'name-like-root': { path: '/workspaces/a', error: OUTSIDE },
      'outside-by-dots': { path: '/etc/../workspace/a', error: OUTSIDE },
      dots: { path: '/workspace/../etc/passwd', error: 'invalid path' },
      'dots-in-name': { path: '/workspace/a..b', error: 'invalid path' },
      'two-slashes': { path: '/workspace//a', error: 'invalid path' },
      'single-dot': { path: '/workspace/./a', error: 'invalid path' },
    },
    (_row, key) => `A path is refused: ${key}`,
    async (tools, { path, error }) => {
      const agent = tools.agent();
      const workspace = await tools.platform.workspace({ url: agent.url });
      tools.expect('it is refused', await download(tools, workspace, path), { status: 400, like: { error } });
      tools.expect.value('requests to the agent', agent.received.length, 0);
    },
  ),

  ...rows<Operation>(
    'G.2',
    'unauthorised',
    OPERATIONS,
    (_row, key) => `Only a workspace itself has its files: ${key}`,
    async (tools, { run }) => {
      const agent = tools.agent();
      const workspace = await tools.platform.workspace({ url: agent.url });
      const other = await tools.platform.workspace();
      const refused = await run(tools, { ...workspace, token: other.token });
      tools.expect('another is refused', refused, { status: 401 });
      tools.expect.value('requests to the agent', agent.received.length, 0);
    },
  ),

  ...rows<Operation>(
    'G.2',
    'nobody',
    OPERATIONS,
    (_row, key) => `A workspace that is not there has no files: ${key}`,
    async (tools, { run }) => {
      const at = { name: '', token: 'admin' };
      const id = crypto.randomUUID();
      tools.expect('an unknown one', await run(tools, { ...at, id }), {
        status: 404,
        like: { error: 'workspace not found' },
      });
      tools.expect('one that is no UUID', await run(tools, { ...at, id: 'no-uuid' }), {
        status: 400,
        like: { error: 'invalid workspace ID' },
      });
    },
  ),

  ...rows<Operation>(
    'G.2',
    'no-url',
    OPERATIONS,
    (_row, key) => `A workspace whose agent has not come yet has no files: ${key}`,
    async (tools, { run }) => {
      const workspace = await tools.platform.workspace({ mode: 'push' });
      tools.expect('it is not there yet', await run(tools, workspace), {
        status: 503,
        like: { error: 'workspace url not registered yet' },
      });
    },
  ),

  one(
    'G.2',
    'polling-download',
    'A workspace that polls cannot be asked for a file',
    async (tools) => {
      const workspace = await tools.platform.workspace();
      tools.expect('it is told so', await download(tools, workspace), {
        status: 422,
        like: { error: 'workspace has no callback URL — chat download requires push-mode + public URL' },
      });
    },
    since('keepsPendingUploads'),
  ),

  one(
    'G.2',
    'polling-upload',
    'An upload is sent to an agent whatever its workspace does',
    async (tools) => {
      const workspace = await tools.platform.workspace();
      tools.expect('it is not there yet', await upload(tools, workspace), { status: 503 });
    },
    before('keepsPendingUploads'),
  ),

  ...rows<Operation>(
    'G.2',
    'unsafe',
    OPERATIONS,
    (_row, key) => `No file goes to, or comes from, an address that no message is sent to: ${key}`,
    async (tools, { run }) => {
      const agent = tools.agent();
      const workspace = await tools.platform.workspace({ url: agent.url });
      const url = 'http://169.254.169.254/';
      await tools.database.query('UPDATE workspaces SET url = $2 WHERE id = $1', [workspace.id, url]);
      tools.expect('it is refused', await run(tools, workspace), {
        status: 400,
        like: { error: 'workspace URL not allowed' },
        leaks: ['169.254'],
      });
    },
    { needs: ['database'], ...since('checksFileUrls') },
  ),

  ...rows<Operation>(
    'G.2',
    'healed',
    OPERATIONS,
    (_row, key) => `A missing inbound secret is made, and the agent learns of it: ${key}`,
    async (tools, { run }) => {
      const agent = tools.agent();
      const workspace = await tools.platform.workspace({ url: agent.url });
      const { id, token } = workspace;
      await tools.database.query('UPDATE workspaces SET platform_inbound_secret = NULL WHERE id = $1', [id]);
      tools.expect('the client is to come back', await run(tools, workspace), {
        status: 503,
        like: { error: 'workspace re-registering — please retry in 30 seconds', retry_after_seconds: 30 },
      });
      tools.expect.value('requests to the agent', agent.received.length, 0);
      const [row] = await tools.database.query(
        'SELECT platform_inbound_secret AS secret FROM workspaces WHERE id = $1',
        [id],
      );
      tools.expect.value('there is a secret now', typeof row?.secret, 'string');
      const json = { id, url: agent.url, agent_card: {} };
      const registered = await tools.platform.ask('POST', '/registry/register', { as: token, json });
      const secret = tools.platform.text(registered, 'platform_inbound_secret');
      tools.expect('it works now', await run(tools, workspace), { status: 200 });
      const [received] = await agent.arrived(1);
      tools.expect.value('what the agent is shown', headerOf(received, 'authorization'), `Bearer ${secret}`);
    },
    { needs: ['database'] },
  ),

  ...rows<Operation>(
    'G.2',
    'unreachable',
    OPERATIONS,
    (_row, key) => `An agent that is not there, or hangs up, is unreachable: ${key}`,
    async (tools, { run }) => {
      const away = await tools.platform.workspace({ url: 'http://localhost:9' });
      const pattern = { status: 502, like: { error: 'workspace unreachable' } };
      tools.expect('nobody is there', await run(tools, away), pattern);
      const agent = tools.agent();
      agent.answers({ breaks: 'reset' });
      const rude = await tools.platform.workspace({ url: agent.url });
      tools.expect('it hangs up', await run(tools, rude), pattern);
    },
  ),

  ...rows<{ readonly status: number }>(
    'G.2',
    'unchanged',
    Object.fromEntries([400, 401, 404, 413, 500, 503].map((status) => [`${status}`, { status }])),
    ({ status }) => `What an agent refuses with ${status} is told unchanged`,
    async (tools, { status }) => {
      const agent = tools.agent();
      const text = '{"error":"said by the agent itself"}';
      agent.answers({ status, headers: { 'content-type': 'application/x-own' }, body: text });
      const workspace = await tools.platform.workspace({ url: agent.url });
      for (const [name, { run }] of Object.entries(OPERATIONS))
        tools.expect(`the ${name} is answered`, await run(tools, workspace), {
          ...{ status, text, headers: { 'content-type': /^application\/x-own/i } },
        });
    },
  ),
];
