import { before, type ContractCase, one, regex, rows, since, type Tools } from '../language/index.ts';
import { listen } from './listen.ts';
import { called, callsFor, inStatus, managed, registers } from './managed.ts';

const CONTROLLED = { needs: ['control-plane'] } as const;

/** F.6: pause, resume and hibernation. */
export const PAUSE: readonly ContractCase[] = [
  one('F.6', 'pause', 'A pause takes the family along, each with its event', async (tools) => {
    const { platform, expect } = tools;
    const root = await platform.workspace();
    const child = await platform.workspace({ parent: root });
    const grandchild = await platform.workspace({ parent: child });
    const heard = await listen(tools);
    expect('all are paused', await post(tools, root.id, 'pause', root.token), {
      status: 200,
      like: { status: 'paused', paused_count: 3 },
    });
    for (const { id, name } of [root, child, grandchild]) {
      const event = await heard.until({ event: 'WORKSPACE_PAUSED', workspace_id: id });
      expect.like('its event', event?.payload, { name });
      const read = await platform.ask('GET', `/workspaces/${id}`);
      expect('it is paused', read, { status: 200, like: { status: 'paused' } });
    }
    const state = await platform.ask('GET', `/workspaces/${root.id}/state`, { as: root.token });
    expect('its state', state, { status: 200, like: { status: 'paused', paused: true } }, 'F.3');
  }),

  one('F.6', 'pause-unknown', 'An unknown workspace cannot be paused', async (tools) => {
    tools.expect('it is refused', await post(tools, crypto.randomUUID(), 'pause'), { status: 404 });
  }),

  one(
    'F.6',
    'pause-stops',
    'A pause stops the instances',
    async (tools) => {
      const workspace = await managed(tools);
      await post(tools, workspace.id, 'pause');
      const [stop] = await called(tools, workspace.id, 'delete', 1);
      tools.expect.like('the call', stop, { query: { instance_id: regex(/^i-/) } });
    },
    { ...CONTROLLED, ...since('pauseStopsInstance') },
  ),

  one(
    'F.6',
    'pause-calls-nobody',
    'A pause calls no control plane',
    async (tools) => {
      const workspace = await managed(tools);
      await post(tools, workspace.id, 'pause');
      tools.expect.value('the calls', await callsFor(tools, workspace.id), ['provision']);
    },
    { ...CONTROLLED, ...before('pauseStopsInstance') },
  ),

  one(
    'F.6',
    'resume',
    'A resume starts the paused family again',
    async (tools) => {
      const root = await managed(tools);
      const child = await managed(tools, { parent: root });
      await post(tools, root.id, 'pause');
      const heard = await listen(tools);
      tools.expect('both start', await post(tools, root.id, 'resume'), {
        status: 200,
        like: { status: 'provisioning', resumed_count: 2 },
      });
      for (const { id } of [root, child]) {
        await called(tools, id, 'provision', 2);
        const event = await heard.until({ event: 'WORKSPACE_PROVISIONING', workspace_id: id });
        tools.expect.value('it has its event', event !== undefined, true);
      }
    },
    CONTROLLED,
  ),

  one('F.6', 'resume-unpaused', 'What is not paused is not resumed', async (tools) => {
    const workspace = await tools.platform.workspace();
    tools.expect('it is refused', await post(tools, workspace.id, 'resume'), { status: 404 });
  }),

  one(
    'F.6',
    'hibernate',
    'Hibernation stops the instance, and the next message starts it',
    async (tools) => {
      const { platform, expect } = tools;
      const workspace = await upAndRunning(tools);
      const heard = await listen(tools);
      expect('it hibernates', await post(tools, workspace.id, 'hibernate'), {
        status: 200,
        like: { status: 'hibernated' },
      });
      const event = await heard.until({ event: 'WORKSPACE_HIBERNATED', workspace_id: workspace.id });
      expect.like('its event', event?.payload, { name: workspace.name, tier: 3 });
      expect.value('its status', await inStatus(tools, workspace.id, 'hibernated'), 'hibernated');
      expect(
        'the message wakes it',
        await platform.send(workspace, 'wake up'),
        {
          status: 503,
          headers: { 'retry-after': '15' },
          like: { waking: true, retry_after: 15 },
        },
        'A.6',
      );
      await called(tools, workspace.id, 'provision', 2);
      expect.value('the calls', await callsFor(tools, workspace.id), ['provision', 'delete', 'provision']);
    },
    CONTROLLED,
  ),

  ...rows<{
    readonly query: string;
    readonly tasks: number;
    readonly status: number;
    readonly after: string;
  }>(
    'F.6',
    'hibernate-tasks',
    {
      none: { query: '', tasks: 0, status: 200, after: 'hibernated' },
      one: { query: '', tasks: 1, status: 409, after: 'online' },
      'one-unforced': { query: '?force=false', tasks: 1, status: 409, after: 'online' },
      'one-forced': { query: '?force=true', tasks: 1, status: 200, after: 'hibernated' },
    },
    ({ status }, key) => `Hibernation with active tasks ${key} is ${status}`,
    async (tools, { query, tasks, status, after }) => {
      const { platform, expect } = tools;
      const workspace = await upAndRunning(tools, tasks);
      expect('it is answered', await post(tools, workspace.id, `hibernate${query}`), { status });
      const read = await platform.ask('GET', `/workspaces/${workspace.id}`);
      expect('what it is then', read, { status: 200, like: { status: after } });
    },
    CONTROLLED,
  ),

  ...rows<{ readonly id: (tools: Tools) => Promise<string> }>(
    'F.6',
    'hibernate-not-online',
    {
      unknown: { id: async () => crypto.randomUUID() },
      waiting: { id: async ({ platform }) => (await platform.workspace()).id },
      paused: {
        id: async (tools) => {
          const { id } = await tools.platform.workspace();
          await post(tools, id, 'pause');
          return id;
        },
      },
    },
    (_row, key) => `A workspace that is ${key} does not hibernate`,
    async (tools, { id }) => {
      tools.expect('it is refused', await post(tools, await id(tools), 'hibernate'), {
        status: 404,
        like: { error: regex(/not in a hibernatable state/) },
      });
    },
  ),
];

function post({ platform }: Tools, id: string, verb: string, as = 'admin') {
  return platform.ask('POST', `/workspaces/${id}/${verb}`, { as });
}

/** A managed workspace that is online, with an agent that has so many tasks. */
async function upAndRunning(tools: Tools, tasks = 0) {
  const workspace = await managed(tools);
  const token = await registers(tools, workspace, tools.agent().url);
  const json = { workspace_id: workspace.id, active_tasks: tasks };
  const told = await tools.platform.ask('POST', '/registry/heartbeat', { as: token, json });
  tools.expect('the heartbeat is heard', told, { status: 200 }, 'E.2');
  return workspace;
}
