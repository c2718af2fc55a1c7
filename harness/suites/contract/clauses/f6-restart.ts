import { any, type ContractCase, one, regex, rows, since, type Tools } from '../language/index.ts';
import { listen } from './listen.ts';
import { called, callsFor, inStatus, managed, restart } from './managed.ts';

const CONTROLLED = { needs: ['control-plane'] } as const;

/** F.6: a restart by hand, and who may ask. */
export const RESTART: readonly ContractCase[] = [
  one(
    'F.6',
    'restart',
    'A restart stops the instance, tells of it, and starts one again',
    async (tools) => {
      const workspace = await managed(tools);
      const heard = await listen(tools);
      tools.expect('it is said', await restart(tools, workspace.id), {
        status: 200,
        like: { status: 'provisioning', config_dir: any(), reset_session: false },
      });
      const event = await heard.until({ event: 'WORKSPACE_PROVISIONING', workspace_id: workspace.id });
      tools.expect.like('its event', event?.payload, {
        name: workspace.name,
        tier: 3,
        runtime: 'claude-code',
      });
      await called(tools, workspace.id, 'provision', 2);
      tools.expect.value('the calls', await callsFor(tools, workspace.id), [
        'provision',
        'delete',
        'provision',
      ]);
    },
    CONTROLLED,
  ),

  ...rows(
    'F.6',
    'reset',
    {
      query: { query: '?reset=true', json: undefined, reset: true },
      body: { query: '', json: { reset: true }, reset: true },
      'query-no': { query: '?reset=false', json: undefined, reset: false },
      'body-no': { query: '', json: { reset: false }, reset: false },
    },
    (_row, key) => `Whether the session is reset is told, asked by ${key}`,
    async (tools, { query, json, reset }) => {
      const workspace = await managed(tools);
      const path = `/workspaces/${workspace.id}/restart${query}`;
      const restarted = await tools.platform.ask('POST', path, { as: 'admin', ...(json && { json }) });
      tools.expect('it is told', restarted, { status: 200, like: { reset_session: reset } });
    },
    CONTROLLED,
  ),

  one('F.6', 'restart-unknown', 'An unknown workspace cannot be restarted', async ({ platform, expect }) => {
    const asked = await platform.ask('POST', `/workspaces/${crypto.randomUUID()}/restart`, { as: 'admin' });
    expect('it is refused', asked, { status: 404 });
  }),

  one(
    'F.6',
    'restart-not-uuid',
    'An id that is no UUID cannot be looked up',
    async ({ platform, expect }) => {
      const asked = await platform.ask('POST', '/workspaces/no-uuid/restart', { as: 'admin' });
      expect('it is refused', asked, { status: 500, like: { error: 'lookup failed' } });
    },
  ),

  one(
    'F.6',
    'restart-external',
    'An external workspace is not restarted',
    async ({ platform, expect }) => {
      const { id, token } = await platform.workspace();
      const asked = await platform.ask('POST', `/workspaces/${id}/restart`, { as: token });
      expect('nothing is done', asked, {
        status: 200,
        like: { status: 'noop', runtime: 'external', message: any() },
      });
      const read = await platform.ask('GET', `/workspaces/${id}`);
      expect('it is as before', read, { status: 200, like: { status: regex(/^(?!provisioning)/) } });
    },
    since('leavesExternalRunning'),
  ),

  one('F.6', 'restart-below-paused', 'Nothing starts below a paused parent', async (tools) => {
    const { platform, expect } = tools;
    const parent = await platform.workspace();
    const child = await platform.workspace({ parent });
    expect('the parent is paused', await post(tools, parent.id, 'pause'), { status: 200 });
    expect('it is refused', await post(tools, child.id, 'restart'), {
      status: 409,
      like: { error: `parent workspace "${parent.name}" is paused — resume it first` },
    });
  }),

  one(
    'F.6',
    'stop-fails',
    'An instance that cannot be stopped is not forgotten for another',
    async (tools) => {
      const workspace = await managed(tools);
      await tools.controlPlane.program(workspace.id, { status: 500, calls: ['delete'] });
      await restart(tools, workspace.id);
      await called(tools, workspace.id, 'delete', 1);
      tools.expect.value('its status', await inStatus(tools, workspace.id, 'failed'), 'failed');
      tools.expect.value('the calls', await callsFor(tools, workspace.id), ['provision', 'delete']);
    },
    { ...CONTROLLED, ...since('stopHeedsStatus') },
  ),

  ...rows(
    'F.6',
    'bearer',
    {
      restart: { verb: 'restart' },
      pause: { verb: 'pause' },
      resume: { verb: 'resume' },
      hibernate: { verb: 'hibernate' },
    },
    (_row, key) => `A ${key} wants the workspace’s bearer, or the admin’s`,
    async (tools, { verb }) => {
      const { platform, expect } = tools;
      const workspace = await platform.workspace();
      const other = await platform.workspace();
      const path = `/workspaces/${workspace.id}/${verb}`;
      expect('nobody is refused', await platform.ask('POST', path), {
        status: 401,
        like: { error: 'missing workspace auth token' },
      });
      expect('another is refused', await platform.ask('POST', path, { as: other.token }), {
        status: 401,
        like: { error: 'invalid workspace auth token' },
      });
    },
    since('failsClosed'),
  ),
];

function post({ platform }: Tools, id: string, verb: string, as = 'admin') {
  return platform.ask('POST', `/workspaces/${id}/${verb}`, { as });
}
