import { type Asking, type ContractCase, message, type Reply, rows, type Tools } from '../language/index.ts';

/** A request that has two or more things wrong: the one that comes first in the order decides. */
interface Clash {
  readonly title: string;
  readonly status: number;
  readonly like: unknown;
  send(tools: Tools): Promise<Reply>;
}

const MALFORMED: Asking = { json: undefined, body: '{"jsonrpc":' };
const HIERARCHY = 'access denied: workspaces cannot communicate per hierarchy rules';

/** A.1: what is refused first. */
export const ORDER: readonly ContractCase[] = rows<Clash>(
  'A.1',
  'order',
  {
    'forged-before-malformed': {
      title: 'A forged caller is refused before its malformed body',
      status: 403,
      like: { error: 'invalid caller ID' },
      send: async ({ platform }) =>
        platform.send(await platform.workspace(), '', {
          ...MALFORMED,
          headers: { 'x-workspace-id': 'system:x' },
        }),
    },
    'forged-before-budget': {
      title: 'A forged caller is refused before the budget is looked at',
      status: 403,
      like: { error: 'invalid caller ID' },
      send: async (tools) =>
        tools.platform.send(await broke(tools), 'x', { headers: { 'x-workspace-id': 'webhook:x' } }),
    },
    'token-before-hierarchy': {
      title: 'A caller without its token is refused before its relation is looked at',
      status: 401,
      like: { error: 'missing caller auth token' },
      send: async ({ platform }) => {
        const { id } = await stranger(platform);
        return platform.send(await platform.workspace(), 'x', { headers: { 'x-workspace-id': id } });
      },
    },
    'hierarchy-before-budget': {
      title: 'A stranger is refused before the budget is looked at',
      status: 403,
      like: { error: HIERARCHY },
      send: async (tools) => {
        const { id, token } = await stranger(tools.platform);
        return tools.platform.send(await broke(tools), 'x', { as: token, headers: { 'x-workspace-id': id } });
      },
    },
    'hierarchy-before-unknown': {
      title: 'A workspace that writes to an unknown one is refused for their relation',
      status: 403,
      like: { error: HIERARCHY },
      send: async ({ platform }) => {
        const { id, token } = await stranger(platform);
        return platform.send({ id: crypto.randomUUID() }, 'x', {
          as: token,
          headers: { 'x-workspace-id': id },
        });
      },
    },
    'budget-before-malformed': {
      title: 'A workspace over its budget is refused before a malformed body is',
      status: 402,
      like: { error: 'workspace budget limit exceeded' },
      send: async (tools) => tools.platform.send(await broke(tools), '', MALFORMED),
    },
    'budget-before-poll': {
      title: 'A polled workspace over its budget gets nothing into its log',
      status: 402,
      like: { error: 'workspace budget limit exceeded' },
      send: async (tools) => {
        const workspace = await broke(tools);
        const sent = await tools.platform.send(workspace, 'x');
        const path = `/workspaces/${workspace.id}/activity`;
        const log = await tools.platform.ask('GET', path, { as: workspace.token });
        tools.expect.value('the log of the workspace', log.json, []);
        return sent;
      },
    },
    'malformed-before-poll': {
      title: 'A malformed body is refused before it is queued',
      status: 400,
      like: { error: 'invalid JSON' },
      send: async ({ platform }) => platform.send(await platform.workspace(), '', MALFORMED),
    },
    'malformed-before-unknown': {
      title: 'A malformed body is refused before the workspace is looked for',
      status: 400,
      like: { error: 'invalid JSON' },
      send: async ({ platform }) => platform.send({ id: crypto.randomUUID() }, '', MALFORMED),
    },
    'unknown-last': {
      title: 'A good message to an unknown workspace is 404',
      status: 404,
      like: { error: 'workspace not found' },
      send: async ({ platform }) => platform.send({ id: crypto.randomUUID() }, message('x')),
    },
  },
  ({ title }) => title,
  async (tools, { status, like, send }) => {
    tools.expect('what comes first decides', await send(tools), { status, like });
  },
);

/** A workspace whose budget is nothing. */
async function broke({ platform, expect }: Tools) {
  const workspace = await platform.workspace();
  const path = `/workspaces/${workspace.id}/budget`;
  const limited = await platform.ask('PATCH', path, { as: 'admin', json: { budget_limit: 0 } });
  expect('its budget is nothing', limited, { status: 200 });
  return workspace;
}

/** A workspace that no other is a relation of: the child of a parent that has no more. */
async function stranger(platform: Tools['platform']) {
  return platform.workspace({ parent: await platform.workspace() });
}
