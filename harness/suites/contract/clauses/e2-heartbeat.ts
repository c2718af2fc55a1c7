import {
  before,
  type ContractCase,
  memberAt,
  one,
  regex,
  rows,
  since,
  type Tools,
  type Workspace,
} from '../language/index.ts';
import { listen } from './listen.ts';

type Beat = Readonly<Record<string, unknown>>;

/** E.2: who may beat, and what a heartbeat is told. */
export const HEARTBEAT: readonly ContractCase[] = [
  one('E.2', 'told', 'A heartbeat is heard, and told to who listens, each time', async (tools) => {
    const workspace = await tools.platform.workspace();
    const heard = await listen(tools);
    for (const uptime of [1, 2]) {
      const beat = { active_tasks: 2, uptime_seconds: uptime, current_task: 'the same' };
      tools.expect('it is heard', await send(tools, workspace, beat), {
        status: 200,
        like: { status: 'ok' },
      });
    }
    await tools.eventually(async () => (beatsIn(heard.namesOf(workspace.id)) === 2 ? true : undefined));
    await heard.quiet();
    const names = heard.namesOf(workspace.id).filter((name) => name !== 'WORKSPACE_ONLINE');
    tools.expect.value('its events', names, ['TASK_UPDATED', 'WORKSPACE_HEARTBEAT', 'WORKSPACE_HEARTBEAT']);
    const of = (name: string) => heard.events.find((each) => isOf(each, name, workspace));
    tools.expect.value('of a changed task', memberAt(of('TASK_UPDATED'), 'payload'), {
      ...{ current_task: 'the same', active_tasks: 2 },
    });
    tools.expect.value('of a heartbeat', memberAt(of('WORKSPACE_HEARTBEAT'), 'payload'), {
      ...{ active_tasks: 2, uptime_seconds: 1 },
    });
  }),

  one(
    'E.2',
    'secret',
    'The reply to a heartbeat carries the inbound secret',
    async (tools) => {
      const told = await send(tools, await tools.platform.workspace(), {});
      tools.expect('it is told', told, {
        status: 200,
        like: { platform_inbound_secret: regex(/^[\w-]{43}$/) },
      });
    },
    since('heartbeatReturnsSecret'),
  ),

  one(
    'E.2',
    'no-secret',
    'The reply to a heartbeat carries no secret',
    async (tools) => {
      const told = await send(tools, await tools.platform.workspace(), {});
      tools.expect('it is heard', told, { status: 200, without: ['platform_inbound_secret'] });
    },
    before('heartbeatReturnsSecret'),
  ),

  one(
    'E.2',
    'unknown',
    'An unknown workspace is heard, and given no secret',
    async ({ platform, expect }) => {
      const json = { workspace_id: crypto.randomUUID() };
      expect('it is heard', await platform.ask('POST', '/registry/heartbeat', { json }), {
        status: 200,
        like: { status: 'ok' },
        without: ['platform_inbound_secret'],
      });
    },
  ),

  one('E.2', 'not-uuid', 'An id that is no UUID is 500', async ({ platform, expect }) => {
    const json = { workspace_id: 'no-uuid' };
    expect('it is refused', await platform.ask('POST', '/registry/heartbeat', { json }), {
      status: 500,
      like: { error: 'failed to update' },
    });
  }),

  one(
    'E.2',
    'zeroed',
    'What a heartbeat does not say is zero or empty, except what was spent',
    async (tools) => {
      const { platform, expect } = tools;
      const workspace = await platform.workspace();
      const full = {
        error_rate: 0.2,
        sample_error: 's',
        active_tasks: 2,
        uptime_seconds: 9,
        current_task: 't',
      };
      await send(tools, workspace, { ...full, monthly_spend: 70 });
      const filled = { active_tasks: 2, uptime_seconds: 9, last_error_rate: 0.2 };
      expect('it reads', await platform.ask('GET', `/workspaces/${workspace.id}`), {
        status: 200,
        like: filled,
      });
      for (const spend of [undefined, 0, -5]) {
        await send(tools, workspace, { monthly_spend: spend });
        const empty = { active_tasks: 0, uptime_seconds: 0, last_error_rate: 0 };
        expect('it reads', await platform.ask('GET', `/workspaces/${workspace.id}`), {
          status: 200,
          like: empty,
        });
        const budget = await platform.ask('GET', `/workspaces/${workspace.id}/budget`, {
          as: workspace.token,
        });
        expect('what was spent', budget, { status: 200, like: { monthly_spend: 70 } });
      }
    },
  ),

  ...rows<{ readonly body: string }>(
    'E.2',
    'type',
    {
      'tasks-fraction': { body: '"active_tasks":1.5' },
      'tasks-text': { body: '"active_tasks":"1"' },
      'uptime-fraction': { body: '"uptime_seconds":1.0' },
      'spend-fraction': { body: '"monthly_spend":1.5' },
      'rate-text': { body: '"error_rate":"0.5"' },
      'task-number': { body: '"current_task":7' },
      'metadata-number': { body: '"runtime_metadata":5' },
      'capability-text': { body: '"runtime_metadata":{"capabilities":{"status_mgmt":"true"}}' },
      'idle-text': { body: '"runtime_metadata":{"idle_timeout_seconds":"5"}' },
      'id-absent': { body: '"workspace_id":null' },
    },
    (_row, key) => `A heartbeat with a member of a wrong type changes nothing: ${key}`,
    async (tools, { body }) => {
      const { platform, expect } = tools;
      const { id, token } = await platform.workspace();
      const text = `{"workspace_id":"${id}","active_tasks":3,${body}}`;
      expect('it is refused', await platform.ask('POST', '/registry/heartbeat', { as: token, body: text }), {
        status: 400,
        like: { error: 'invalid request body' },
      });
      const read = await platform.ask('GET', `/workspaces/${id}`);
      expect('nothing has changed', read, { status: 200, like: { active_tasks: 0 } });
    },
  ),

  ...rows<{ readonly whose: 'nobody' | 'admin' | 'other' | 'garbage' }>(
    'E.2',
    'bearer',
    {
      nobody: { whose: 'nobody' },
      admin: { whose: 'admin' },
      other: { whose: 'other' },
      garbage: { whose: 'garbage' },
    },
    (_row, key) => `The bearer of ${key} beats for nobody else`,
    async (tools, { whose }) => {
      const [own, other] = [await tools.platform.workspace(), await tools.platform.workspace()];
      const as = { nobody: undefined, admin: 'admin', other: other.token, garbage: 'garbage' }[whose];
      const error = whose === 'nobody' ? 'missing workspace auth token' : 'invalid workspace auth token';
      const json = { workspace_id: own.id };
      const asked = await tools.platform.ask('POST', '/registry/heartbeat', { as, json });
      tools.expect('it is refused', asked, { status: 401, like: { error } });
    },
  ),
];

function send({ platform }: Tools, { id, token }: Pick<Workspace, 'id' | 'token'>, beat: Beat) {
  return platform.ask('POST', '/registry/heartbeat', { as: token, json: { workspace_id: id, ...beat } });
}

function beatsIn(names: readonly string[]): number {
  return names.filter((name) => name === 'WORKSPACE_HEARTBEAT').length;
}

function isOf(
  event: Readonly<Record<string, unknown>>,
  name: string,
  { id }: Pick<Workspace, 'id'>,
): boolean {
  return event.event === name && event.workspace_id === id;
}
