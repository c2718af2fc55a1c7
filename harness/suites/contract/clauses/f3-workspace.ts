import { any, before, type ContractCase, memberAt, one, rows, since } from '../language/index.ts';
import { readRemoved, remove } from './managed.ts';

const UNKNOWN = '33333333-3333-4333-8333-333333333333';

/** What a change is answered with, and what is read behind it. */
interface Change {
  readonly json: Readonly<Record<string, unknown>>;
  /** 400 with this error when given; else 200 `updated`. */
  readonly error?: string | undefined;
  readonly refused?: true;
  readonly read?: unknown;
  readonly restart?: true;
}

/** F.3: a workspace is read, its state is told, and it is changed. */
export const WORKSPACE: readonly ContractCase[] = [
  ...rows(
    'F.3',
    'read',
    {
      'not-uuid': { id: 'no-uuid', status: 400, error: undefined },
      unknown: { id: UNKNOWN, status: 404, error: 'workspace not found' },
    },
    (_row, key) => `Reading a workspace that is ${key}`,
    async ({ platform, expect }, { id, status, error }) => {
      const read = await platform.ask('GET', `/workspaces/${id}`);
      expect('it is refused', read, { status, ...(error && { like: { error } }) });
    },
  ),

  one(
    'F.3',
    'read-open',
    'A workspace is read by anybody, without what only an admin may see',
    async (tools) => {
      const { platform, expect } = tools;
      const { id, name } = await platform.workspace();
      expect('it is read', await platform.ask('GET', `/workspaces/${id}`), {
        status: 200,
        like: { id, name, parent_id: null, url: '', active_tasks: 0, max_concurrent_tasks: 1 },
        without: ['budget_limit', 'monthly_spend', 'current_task', 'last_sample_error', 'workspace_dir'],
      });
    },
  ),

  one(
    'F.3',
    'list',
    'An admin lists all that are not removed, with what only an admin may see',
    async (tools) => {
      const { platform, expect } = tools;
      const [live, gone] = [await platform.workspace(), await platform.workspace()];
      await remove(tools, gone);
      const listed = await platform.ask('GET', '/workspaces', { as: 'admin' });
      expect('the list is told', listed, { status: 200 });
      const of = (id: string) =>
        Object.values(Object(listed.json)).find((each) => memberAt(each, 'id') === id);
      expect.like('the live one', of(live.id), { name: live.name, monthly_spend: 0, budget_limit: null });
      expect.value('the removed one', of(gone.id) === undefined, true);
    },
  ),

  one(
    'F.3',
    'removed-gone',
    'A removed workspace is gone, unless it is asked for as such',
    async (tools) => {
      const workspace = await tools.platform.workspace();
      await remove(tools, workspace);
      tools.expect('it is gone', await tools.platform.ask('GET', `/workspaces/${workspace.id}`), {
        status: 410,
        like: { error: 'workspace removed', id: workspace.id, removed_at: any(), hint: any() },
      });
      tools.expect('it can be read', await readRemoved(tools, workspace.id), {
        status: 200,
        like: { id: workspace.id, status: 'removed' },
      });
    },
    since('removedIsGone'),
  ),

  one(
    'F.3',
    'removed-read',
    'A removed workspace is read like any other',
    async (tools) => {
      const workspace = await tools.platform.workspace();
      await remove(tools, workspace);
      tools.expect('it is read', await tools.platform.ask('GET', `/workspaces/${workspace.id}`), {
        status: 200,
        like: { status: 'removed' },
      });
    },
    before('removedIsGone'),
  ),

  ...rows<{ readonly whose: 'own' | 'admin' | 'other' | 'nobody' | 'garbage'; readonly error?: string }>(
    'F.3',
    'state',
    {
      own: { whose: 'own' },
      admin: { whose: 'admin', error: 'invalid workspace auth token' },
      other: { whose: 'other', error: 'invalid workspace auth token' },
      garbage: { whose: 'garbage', error: 'invalid workspace auth token' },
      nobody: { whose: 'nobody', error: 'missing workspace auth token' },
    },
    (_row, key) => `The state of a workspace, asked for by ${key}`,
    async ({ platform, expect }, { whose, error }) => {
      const [own, other] = [await platform.workspace(), await platform.workspace()];
      const bearers = { own: own.token, other: other.token, nobody: undefined, admin: 'admin', garbage: 'x' };
      const asked = await platform.ask('GET', `/workspaces/${own.id}/state`, { as: bearers[whose] });
      if (error) expect('it is refused', asked, { status: 401, like: { error } });
      else
        expect('it is told', asked, {
          status: 200,
          like: { workspace_id: own.id, status: 'awaiting_agent', paused: false, deleted: false },
        });
    },
  ),

  one('F.3', 'state-gone', 'The state of what is not there says that it is deleted', async (tools) => {
    const { platform, expect } = tools;
    const workspace = await platform.workspace();
    await remove(tools, workspace);
    const state = (id: string) => platform.ask('GET', `/workspaces/${id}/state`, { as: 'admin' });
    expect('of a removed one', await state(workspace.id), {
      status: 404,
      like: { workspace_id: workspace.id, deleted: true, status: 'removed' },
    });
    expect('of an unknown one', await state(UNKNOWN), {
      status: 404,
      like: { workspace_id: UNKNOWN, deleted: true },
    });
    expect('of an impossible one', await state('no-uuid'), {
      status: 500,
      like: { error: 'auth check failed' },
    });
  }),

  ...rows<Change>(
    'F.3',
    'patch',
    {
      tier: { json: { tier: 1 }, read: { tier: 1 } },
      'tier-zero': { json: { tier: 0 }, read: { tier: 3 } },
      'tier-text': { json: { tier: 'a' }, refused: true, read: { tier: 2 } },
      'tier-fraction': { json: { tier: 1.5 }, refused: true, read: { tier: 2 } },
      'role-null': { json: { role: null }, read: { role: null } },
      'role-empty': { json: { role: '' }, read: { role: null } },
      'role-long': { json: { role: 'r'.repeat(1001) }, refused: true, read: { role: 'writer' } },
      'role-longest': { json: { role: 'r'.repeat(1000) }, read: { role: 'r'.repeat(1000) } },
      'name-unicode': { json: { name: 'Zoë ✓' }, read: { name: 'Zoë ✓' } },
      'name-bad': { json: { name: 'a*' }, error: 'name contains invalid characters' },
      'x-and-y': { json: { x: 7, y: -8.5 }, read: { x: 7, y: -8.5 } },
      'x-alone': { json: { x: 7 }, read: { x: 0, y: 0 } },
      'y-alone': { json: { y: 7 }, read: { x: 0, y: 0 } },
      'runtime-long': { json: { runtime: 'r'.repeat(101) }, refused: true, read: { runtime: 'external' } },
      'runtime-line': { json: { runtime: 'a\nb' }, refused: true, read: { runtime: 'external' } },
      'dir-relative': { json: { workspace_dir: 'rel' }, refused: true },
      'dir-system': { json: { workspace_dir: '/etc' }, refused: true },
      'dir-fine': { json: { workspace_dir: '/srv/a' }, restart: true },
      'parent-impossible': { json: { parent_id: 'x' }, refused: true, read: { parent_id: null } },
      'parent-unknown': { json: { parent_id: UNKNOWN }, refused: true, read: { parent_id: null } },
    },
    ({ json }) => `A workspace is changed by ${JSON.stringify(json).slice(0, 60)}`,
    async ({ platform, expect }, { json, error, refused, read, restart }) => {
      const { id, token } = await platform.workspace({ more: { role: 'writer', tier: 2 } });
      const changed = await platform.ask('PATCH', `/workspaces/${id}`, { as: token, json });
      if (error || refused)
        expect('it is refused', changed, { status: 400, ...(error && { like: { error } }) });
      else
        expect('it is changed', changed, {
          status: 200,
          like: { status: 'updated', ...(restart && { needs_restart: true }) },
          ...(!restart && { without: ['needs_restart'] }),
        });
      if (read)
        expect('it reads', await platform.ask('GET', `/workspaces/${id}`), { status: 200, like: read });
    },
  ),

  one(
    'F.3',
    'patch-machine',
    'A machine is wished for by the rules of a create, and needs a restart',
    async ({ platform, expect }) => {
      const { id, token } = await platform.workspace();
      const patch = (compute: unknown) =>
        platform.ask('PATCH', `/workspaces/${id}`, { as: token, json: { compute } });
      expect('nobody has this one', await patch({ display: { mode: 'x' } }), {
        status: 400,
        like: { error: 'unsupported compute.display.mode' },
      });
      const compute = { display: { mode: 'desktop-control', width: 1280 } };
      expect('this one is fine', await patch(compute), {
        status: 200,
        like: { status: 'updated', needs_restart: true },
      });
      expect('it is kept', await platform.ask('GET', `/workspaces/${id}`), {
        status: 200,
        like: { compute },
      });
    },
    since('showsCompute'),
  ),

  one(
    'F.3',
    'patch-removed',
    'An admin may change a removed workspace, and its own bearer may not',
    async (tools) => {
      const { platform, expect } = tools;
      const workspace = await platform.workspace();
      await remove(tools, workspace);
      const patch = (as: string) =>
        platform.ask('PATCH', `/workspaces/${workspace.id}`, { as, json: { tier: 1 } });
      expect('its own bearer is refused', await patch(workspace.token), { status: 401 });
      expect('the admin may', await patch('admin'), { status: 200, like: { status: 'updated' } });
    },
  ),
];
