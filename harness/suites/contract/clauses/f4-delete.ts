import { any, before, type ContractCase, one, regex, rows, since } from '../language/index.ts';
import { listen } from './listen.ts';
import { readRemoved, remove } from './managed.ts';

const UNKNOWN = '33333333-3333-4333-8333-333333333333';

/** F.4: what a delete refuses, and what it takes along. */
export const DELETE: readonly ContractCase[] = [
  one('F.4', 'leaf', 'A workspace without children is removed', async (tools) => {
    const workspace = await tools.platform.workspace();
    const heard = await listen(tools);
    tools.expect('it is removed', await remove(tools, workspace), {
      status: 200,
      like: { status: 'removed', cascade_deleted: 0 },
    });
    const event = await heard.until({ event: 'WORKSPACE_REMOVED', workspace_id: workspace.id });
    tools.expect.like('its event', event?.payload, { cascade_deleted: 0 });
    tools.expect.like('its row', (await readRemoved(tools, workspace.id)).json, { status: 'removed' });
  }),

  one('F.4', 'token-revoked', 'The bearer of a removed workspace opens nothing', async (tools) => {
    const workspace = await tools.platform.workspace();
    await remove(tools, workspace);
    for (const path of ['activity', 'budget']) {
      const asked = await tools.platform.ask('GET', `/workspaces/${workspace.id}/${path}`, {
        as: workspace.token,
      });
      tools.expect(`its bearer is refused at ${path}`, asked, {
        status: 401,
        like: { error: 'invalid workspace auth token' },
      });
    }
    const json = { id: workspace.id, agent_card: {}, delivery_mode: 'poll' };
    const registered = await tools.platform.ask('POST', '/registry/register', { as: workspace.token, json });
    tools.expect('nothing registers there', registered, { status: [401, 410], without: ['auth_token'] });
  }),

  one('F.4', 'not-uuid', 'An id that is no UUID is 400', async (tools) => {
    tools.expect('it is refused', await remove(tools, { id: 'no-uuid', name: 'x' }), {
      status: 400,
      like: { error: 'invalid workspace ID' },
    });
  }),

  one(
    'F.4',
    'unknown',
    'An unknown workspace is 404',
    async (tools) =>
      tools.expect('it is refused', await remove(tools, { id: UNKNOWN, name: 'x' }), {
        status: 404,
        like: { error: 'workspace not found' },
      }),
    since('deleteAsksForName'),
  ),

  one(
    'F.4',
    'again-gone',
    'A workspace that is removed is 410, with its id',
    async (tools) => {
      const workspace = await tools.platform.workspace();
      await remove(tools, workspace);
      tools.expect('it is gone', await remove(tools, workspace), { status: 410, like: { id: workspace.id } });
    },
    since('deleteAsksForName'),
  ),

  one(
    'F.4',
    'again-removed',
    'A workspace that is removed is removed again, with nothing below it',
    async (tools) => {
      const workspace = await tools.platform.workspace();
      await remove(tools, workspace);
      tools.expect('it is said again', await remove(tools, workspace), {
        status: 200,
        like: { status: 'removed', cascade_deleted: 0 },
      });
    },
    before('deleteAsksForName'),
  ),

  ...rows<{ readonly said: (name: string) => string | undefined }>(
    'F.4',
    'name',
    {
      absent: { said: () => undefined },
      empty: { said: () => '' },
      'other-case': { said: (name) => name.toUpperCase() },
      'one-short': { said: (name) => name.slice(0, -1) },
      'one-more': { said: (name) => `${name}x` },
    },
    (_row, key) => `A delete whose name is ${key} is asked about once more`,
    async (tools, { said }) => {
      const { platform, expect } = tools;
      const workspace = await platform.workspace();
      const name = said(workspace.name);
      const asked = await platform.ask('DELETE', `/workspaces/${workspace.id}?confirm=true`, {
        as: 'admin',
        headers: name === undefined ? {} : { 'x-confirm-name': name },
      });
      expect('the name is asked for', asked, {
        status: 400,
        like: {
          error: 'destructive_action_requires_confirmation',
          ...{ hint: any(), workspace_name: workspace.name, child_count: 0, active_tasks: 0 },
        },
      });
      expect.like('it stays', (await readRemoved(tools, workspace.id)).json, {
        status: regex(/^(?!removed)/),
      });
    },
    since('deleteAsksForName'),
  ),

  one(
    'F.4',
    'name-before-children',
    'The name is asked for before the children are counted',
    async (tools) => {
      const { platform, expect } = tools;
      const parent = await platform.workspace();
      await platform.workspace({ parent });
      const asked = await platform.ask('DELETE', `/workspaces/${parent.id}`, { as: 'admin' });
      expect('the name is asked for first', asked, { status: 400, like: { child_count: 1 } });
    },
    since('deleteAsksForName'),
  ),

  ...rows(
    'F.4',
    'children',
    { unasked: { query: '' }, no: { query: '?confirm=false' }, one: { query: '?confirm=1' } },
    (_row, key) => `Children are asked about when confirm is ${key}`,
    async (tools, { query }) => {
      const parent = await tools.platform.workspace();
      const child = await tools.platform.workspace({ parent });
      await tools.platform.workspace({ parent: child });
      tools.expect('they are asked about', await remove(tools, parent, query), {
        status: 409,
        like: {
          ...{ status: 'confirmation_required', message: any(), children_count: 1 },
          children: [{ id: child.id, name: child.name }],
        },
      });
      tools.expect.like('the child stays', (await readRemoved(tools, child.id)).json, {
        status: regex(/^(?!removed)/),
      });
    },
  ),

  one('F.4', 'cascade', 'Descendants at any depth go too, each with its event', async (tools) => {
    const { platform, expect } = tools;
    const root = await platform.workspace();
    const child = await platform.workspace({ parent: root });
    const grandchild = await platform.workspace({ parent: child });
    const heard = await listen(tools);
    expect('all are removed', await remove(tools, root, '?confirm=true'), {
      status: 200,
      like: { status: 'removed', cascade_deleted: 2 },
    });
    const of = (id: string) => heard.until({ event: 'WORKSPACE_REMOVED', workspace_id: id });
    expect.like('the event of the root', (await of(root.id))?.payload, { cascade_deleted: 2 });
    for (const { id, token } of [child, grandchild]) {
      expect.value('a descendant has its event', (await of(id)) !== undefined, true, 'C.4');
      const asked = await platform.ask('GET', `/workspaces/${id}/activity`, { as: token });
      expect('the bearer of a descendant is refused', asked, { status: 401 });
    }
  }),

  one('F.4', 'purge', 'A purge leaves nothing, of a whole family', async (tools) => {
    const { platform, expect } = tools;
    const root = await platform.workspace();
    const child = await platform.workspace({ parent: root });
    await platform.send(child, 'remembered');
    expect('it is purged', await remove(tools, root, '?confirm=true&purge=true'), {
      status: 200,
      like: { status: 'purged', cascade_deleted: 1 },
    });
    for (const { id } of [root, child])
      expect('nothing is left', await readRemoved(tools, id), {
        status: 404,
        like: { error: 'workspace not found' },
      });
  }),

  ...rows(
    'F.4',
    'bearer',
    {
      nobody: { whose: 'nobody', error: 'admin auth required' },
      own: { whose: 'own', error: 'invalid admin auth token' },
      garbage: { whose: 'garbage', error: 'invalid admin auth token' },
    },
    (_row, key) => `The bearer of ${key} deletes nothing`,
    async (tools, { whose, error }) => {
      const workspace = await tools.platform.workspace();
      const as = whose === 'own' ? workspace.token : whose === 'nobody' ? undefined : whose;
      const asked = await tools.platform.ask('DELETE', `/workspaces/${workspace.id}`, {
        as,
        headers: { 'x-confirm-name': workspace.name },
      });
      tools.expect('it is refused', asked, { status: 401, like: { error } });
    },
  ),
];
