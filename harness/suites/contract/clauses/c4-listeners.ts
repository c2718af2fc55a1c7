import {
  type Conditions,
  type ContractCase,
  one,
  rows,
  since,
  type Tools,
  type Workspace,
} from '../language/index.ts';

/** Whose socket it is, and what becomes of it: it opens, or is refused. */
interface Knock extends Conditions {
  readonly header?: (workspace: Workspace) => string;
  readonly bearer?: (workspace: Workspace, tools: Tools) => Promise<string> | string;
  readonly refused?: number;
  readonly error?: string;
}

/** C.4: who may listen, and what they hear. */
export const LISTENERS: readonly ContractCase[] = [
  ...rows<Knock>(
    'C.4',
    'socket',
    {
      agent: { header: ({ id }) => id, bearer: ({ token }) => token },
      'no-token': { header: ({ id }) => id, refused: 401, error: 'missing workspace auth token' },
      'token-of-another': {
        header: ({ id }) => id,
        bearer: async (_own, { platform }) => (await platform.workspace()).token,
        refused: 401,
        error: 'invalid workspace auth token',
      },
      administrator: {
        header: ({ id }) => id,
        bearer: (_own, { platform }) => platform.adminToken ?? '',
        refused: 401,
        error: 'invalid workspace auth token',
      },
      'no-uuid': { header: () => 'x', refused: 500, error: 'auth check failed' },
      unknown: { header: () => crypto.randomUUID() },
    },
    (_row, key) => `A socket: ${key}`,
    async (tools, { header, bearer, refused, error }) => {
      const workspace = await tools.platform.workspace();
      const named = header?.(workspace);
      const token = await bearer?.(workspace, tools);
      const opened = await tools.events.socket({
        ...(named !== undefined && { 'x-workspace-id': named }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      });
      tools.expect.value('it is refused', 'refused' in opened ? opened.refused : null, refused ?? null);
      if (error !== undefined && 'refused' in opened) {
        tools.expect.value('the reason', opened.body.includes(error), true);
      }
    },
  ),

  one('C.4', 'of-relations', 'A socket of an agent hears its relations and nobody else', async (tools) => {
    const { platform, events, expect } = tools;
    const parent = await platform.workspace();
    const child = await platform.workspace({ parent });
    const stranger = await platform.workspace({ parent: await platform.workspace() });
    const headers = { 'x-workspace-id': parent.id, authorization: `Bearer ${parent.token}` };
    const heard = await events.socket(headers);
    if ('refused' in heard) return expect.value('the socket opens', heard.refused, 101);
    for (const { id, token } of [stranger, child, parent])
      await platform.ask('POST', '/registry/heartbeat', { as: token, json: { workspace_id: id } });
    await heard.until({ workspace_id: parent.id, event: 'WORKSPACE_HEARTBEAT' });
    const of = ({ id }: Workspace) => heard.namesOf(id).includes('WORKSPACE_HEARTBEAT');
    expect.value(
      'of itself, its child and a stranger',
      [of(parent), of(child), of(stranger)],
      [true, true, false],
    );
  }),

  one(
    'C.4',
    'roots-apart',
    'Agents without a parent do not hear each other',
    async ({ platform, events, expect }) => {
      const [one, other] = [await platform.workspace(), await platform.workspace()];
      const headers = { 'x-workspace-id': one.id, authorization: `Bearer ${one.token}` };
      const heard = await events.socket(headers);
      if ('refused' in heard) return expect.value('the socket opens', heard.refused, 101);
      for (const { id, token } of [other, one])
        await platform.ask('POST', '/registry/heartbeat', { as: token, json: { workspace_id: id } });
      await heard.until({ workspace_id: one.id, event: 'WORKSPACE_HEARTBEAT' });
      expect.value('of the other', heard.namesOf(other.id), []);
    },
    since('separatesRoots'),
  ),

  one('C.4', 'stream', 'A stream begins with a ping, and tells type, time and data', async (tools) => {
    const { platform, events, expect } = tools;
    const workspace = await platform.workspace();
    const other = await platform.workspace();
    const heard = await events.stream(workspace.id, workspace.token);
    if ('refused' in heard) return expect.value('the stream opens', heard.refused, 200);
    for (const { id, token } of [other, workspace])
      await platform.ask('POST', '/registry/heartbeat', {
        as: token,
        json: { workspace_id: id, active_tasks: 3 },
      });
    const event = await heard.until({ type: 'WORKSPACE_HEARTBEAT' });
    expect.like('the event', event, { type: 'WORKSPACE_HEARTBEAT', data: { active_tasks: 3 } });
    expect.value('its time is about now', Math.abs(Date.now() - Number(event?.timestamp)) < 120_000, true);
    expect.value('the first line', heard.lines[0], ': ping');
    const beats = heard.events.filter(({ type }) => type === 'WORKSPACE_HEARTBEAT');
    expect.value('heartbeats that it tells', beats.length, 1);
  }),

  ...rows<{
    readonly id?: string;
    readonly as?: 'admin' | 'nobody' | 'other';
    readonly status: number;
    readonly error: string;
  }>(
    'C.4',
    'stream-refused',
    {
      nobody: { as: 'nobody', status: 401, error: 'missing workspace auth token' },
      'token-of-another': { as: 'other', status: 401, error: 'invalid workspace auth token' },
      unknown: {
        id: '00000000-0000-4000-8000-000000000000',
        as: 'admin',
        status: 404,
        error: 'workspace not found',
      },
      'no-uuid': { id: 'x', as: 'admin', status: 500, error: 'failed to verify workspace' },
    },
    (_row, key) => `A stream that is refused: ${key}`,
    async ({ platform, events, expect }, { id, as, status, error }) => {
      const workspace = await platform.workspace();
      const other = await platform.workspace();
      const bearers = { admin: platform.adminToken, nobody: undefined, other: other.token };
      const opened = await events.stream(id ?? workspace.id, as && bearers[as]);
      expect.value('it is refused', 'refused' in opened ? opened.refused : 200, status);
      expect.value('the reason', 'refused' in opened && opened.body.includes(error), true);
    },
  ),
];
