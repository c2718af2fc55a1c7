import { type ContractCase, message, rows, type Tools } from '../language/index.ts';

/** A request that has two or more things wrong: the one that comes first in the order decides. */
interface Clash {
  readonly title: string;
  readonly status: number;
  readonly error?: string | RegExp;
  send(tools: Tools): Promise<import('../language/index.ts').Reply>;
}

/** A.1: what is refused first. */
export const ORDER: readonly ContractCase[] = rows<Clash>(
  'A.1',
  'order',
  {
    'forged-before-malformed': {
      title: 'A forged caller is refused before its malformed body',
      status: 403,
      error: 'invalid caller ID',
      send: async ({ platform }) =>
        platform.send(await platform.workspace(), '', {
          headers: { 'x-workspace-id': 'system:x' },
          ...MALFORMED,
        }),
    },
    'budget-before-malformed': {
      title: 'A workspace over its budget is refused before a malformed body is',
      status: 402,
      error: 'workspace budget limit exceeded',
      send: async ({ platform, expect }) => {
        const workspace = await platform.workspace();
        const limited = await platform.ask('PATCH', `/workspaces/${workspace.id}/budget`, {
          as: 'admin',
          json: { budget_limit: 0 },
        });
        expect('its budget is nothing', limited, { status: 200 });
        return platform.send(workspace, '', MALFORMED);
      },
    },
    'malformed-before-poll': {
      title: 'A malformed body is refused before it is queued',
      status: 400,
      error: 'invalid JSON',
      send: async ({ platform }) => platform.send(await platform.workspace(), '', MALFORMED),
    },
    'malformed-before-unknown': {
      title: 'A malformed body is refused before the workspace is looked for',
      status: 400,
      error: 'invalid JSON',
      send: async ({ platform }) => platform.send({ id: crypto.randomUUID() }, '', MALFORMED),
    },
    'unknown-last': {
      title: 'A good message to an unknown workspace is 404',
      status: 404,
      error: 'workspace not found',
      send: async ({ platform }) => platform.send({ id: crypto.randomUUID() }, message('x')),
    },
  },
  ({ title }) => title,
  async (tools, { status, error, send }) => {
    tools.expect('what comes first decides', await send(tools), {
      status,
      ...(error && { like: { error } }),
    });
  },
);

const MALFORMED = { json: undefined, body: '{"jsonrpc":' } as const;
