import {
  any,
  type ContractCase,
  memberAt,
  one,
  rows,
  type Tools,
  type Workspace,
} from '../language/index.ts';
import { called, managed, registers } from './managed.ts';

/** F.7: secrets and the model of a workspace. */
export const SECRETS: readonly ContractCase[] = [
  ...rows<{ readonly method: string }>(
    'F.7',
    'saved',
    { POST: { method: 'POST' }, PUT: { method: 'PUT' } },
    ({ method }) => `A secret is saved by ${method}, listed without its value, and shown to its workspace`,
    async (tools, { method }) => {
      const workspace = await tools.platform.workspace();
      const value = `value-${crypto.randomUUID()}`;
      const saved = await ask(tools, workspace, method, '', { json: { key: 'K', value } });
      tools.expect('it is saved', saved, {
        status: 200,
        like: { status: 'saved', key: 'K' },
        leaks: [value],
      });
      tools.expect('it is listed', await ask(tools, workspace, 'GET', ''), {
        status: 200,
        like: [{ key: 'K', has_value: true, scope: 'workspace', created_at: any(), updated_at: any() }],
        leaks: [value],
      });
      tools.expect('its value', await ask(tools, workspace, 'GET', '/values'), {
        status: 200,
        like: { K: value },
      });
    },
  ),

  one('F.7', 'replaced', 'A secret takes the place of the one with its key', async (tools) => {
    const workspace = await tools.platform.workspace();
    for (const value of ['first', 'second'])
      await ask(tools, workspace, 'POST', '', { json: { key: 'K', value } });
    const listed = await ask(tools, workspace, 'GET', '');
    tools.expect.value('how many there are', (listed.json as readonly unknown[]).length, 1);
    tools.expect('its value', await ask(tools, workspace, 'GET', '/values'), { like: { K: 'second' } });
  }),

  ...rows<{ readonly json: unknown }>(
    'F.7',
    'refused',
    {
      empty: { json: {} },
      list: { json: [] },
      'no-key': { json: { value: 'v' } },
      'empty-key': { json: { key: '', value: 'v' } },
      'no-value': { json: { key: 'K' } },
      'empty-value': { json: { key: 'K', value: '' } },
      'number-value': { json: { key: 'K', value: 5 } },
      'null-value': { json: { key: 'K', value: null } },
    },
    (_row, key) => `A secret is refused: ${key}`,
    async (tools, { json }) => {
      const workspace = await tools.platform.workspace();
      tools.expect('it is refused', await ask(tools, workspace, 'POST', '', { json }), { status: 400 });
      tools.expect.value('what is kept', (await ask(tools, workspace, 'GET', '')).json, []);
    },
  ),

  one('F.7', 'deleted', 'A secret is taken away once', async (tools) => {
    const workspace = await tools.platform.workspace();
    await ask(tools, workspace, 'POST', '', { json: { key: 'a/ž', value: 'v' } });
    const path = `/${encodeURIComponent('a/ž')}`;
    tools.expect('it is taken away', await ask(tools, workspace, 'DELETE', path), {
      status: 200,
      like: { key: 'a/ž', status: 'deleted' },
    });
    tools.expect('it is not there any more', await ask(tools, workspace, 'DELETE', path), {
      status: 404,
      like: { error: 'secret not found' },
    });
  }),

  ...rows<{ readonly as: (own: string) => string | undefined; readonly status: number; readonly of: string }>(
    'F.7',
    'shown-to',
    {
      nobody: { as: () => undefined, of: '/values', status: 401 },
      another: { as: (own) => `${own}x`, of: '/values', status: 401 },
      'admin-values': { as: () => 'admin', of: '/values', status: 401 },
      'admin-list': { as: () => 'admin', of: '', status: 200 },
    },
    ({ status }, key) => `Secrets are ${status === 200 ? '' : 'not '}told: ${key}`,
    async (tools, { as, of, status }) => {
      const workspace = await tools.platform.workspace();
      const value = `value-${crypto.randomUUID()}`;
      await ask(tools, workspace, 'POST', '', { json: { key: 'K', value } });
      const asked = await tools.platform.ask('GET', `/workspaces/${workspace.id}/secrets${of}`, {
        as: as(workspace.token),
      });
      tools.expect('what is answered', asked, { status, leaks: [value] });
    },
  ),

  one(
    'F.7',
    'unreadable',
    'One secret that cannot be read hides them all, and is named',
    async (tools) => {
      const workspace = await tools.platform.workspace();
      const value = `value-${crypto.randomUUID()}`;
      for (const key of ['GOOD', 'BAD']) await ask(tools, workspace, 'POST', '', { json: { key, value } });
      const broken = `UPDATE workspace_secrets SET sealed = '\\x01ff' WHERE workspace_id = $1 AND key = 'BAD'`;
      await tools.database.query(broken, [workspace.id]);
      tools.expect('they are hidden', await ask(tools, workspace, 'GET', '/values'), {
        status: 500,
        like: { failed_keys: ['workspace:BAD'] },
        leaks: [value],
      });
    },
    { needs: ['database'] },
  ),

  one('F.7', 'model', 'A model is saved, and cleared by an empty one', async (tools) => {
    const workspace = await tools.platform.workspace();
    const path = `/workspaces/${workspace.id}/model`;
    const model = (method: string, json?: object) =>
      tools.platform.ask(method, path, { as: workspace.token, json });
    tools.expect('there is none', await model('GET'), { status: 200, like: { source: 'default' } });
    tools.expect('it is saved', await model('PUT', { model: 'm-1' }), {
      status: 200,
      like: { status: 'saved' },
    });
    tools.expect('it is there', await model('GET'), {
      status: 200,
      like: { model: 'm-1', source: 'workspace_secrets' },
    });
    tools.expect('it is cleared', await model('PUT', { model: '' }), {
      status: 200,
      like: { status: 'cleared' },
    });
    tools.expect('there is none any more', await model('GET'), { status: 200, like: { source: 'default' } });
  }),

  one(
    'F.7',
    'both-writes',
    'Of two secrets saved at once both reach the instance',
    async (tools) => {
      const workspace = await managed(tools);
      await registers(tools, workspace);
      // As an admin: the first restart takes the workspace's own token away.
      const at = { ...workspace, token: 'admin' };
      await Promise.all(
        ['ONE', 'TWO'].map((key) => ask(tools, at, 'POST', '', { json: { key, value: `value of ${key}` } })),
      );
      const environment = await tools.eventually(async () => {
        const env = memberAt((await called(tools, workspace.id, 'provision', 2)).at(-1), 'body.env');
        return memberAt(env, 'ONE') && memberAt(env, 'TWO') ? env : undefined;
      });
      tools.expect.like('the environment of the last start', environment, {
        ONE: 'value of ONE',
        TWO: 'value of TWO',
      });
    },
    { needs: ['control-plane'] },
  ),

  one(
    'F.7',
    'created-with',
    'A workspace is created with its secrets, and started with them',
    async (tools) => {
      const workspace = await managed(tools, { more: { secrets: { FROM_START: 'yes' } } });
      const [first] = await called(tools, workspace.id, 'provision', 1);
      tools.expect.like('the environment of its start', memberAt(first, 'body.env'), { FROM_START: 'yes' });
      const token = await registers(tools, workspace);
      tools.expect('its values', await ask(tools, { ...workspace, token }, 'GET', '/values'), {
        status: 200,
        like: { FROM_START: 'yes' },
      });
    },
    { needs: ['control-plane'] },
  ),
];

function ask(
  { platform }: Tools,
  { id, token }: Workspace,
  method: string,
  path: string,
  asking: { readonly json?: unknown } = {},
) {
  return platform.ask(method, `/workspaces/${id}/secrets${path}`, { as: token, ...asking });
}
