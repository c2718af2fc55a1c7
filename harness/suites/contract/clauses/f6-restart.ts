import { setTimeout as pause } from 'node:timers/promises';
import {
  any,
  before,
  type ContractCase,
  memberAt,
  one,
  regex,
  rows,
  since,
  type Tools,
} from '../language/index.ts';
import { listen } from './listen.ts';
import { called, callsFor, inStatus, managed, registers, restart } from './managed.ts';

const CONTROLLED = { needs: ['control-plane'] } as const;

/** F.6: restart, pause, resume and hibernation. */
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

  one(
    'F.6',
    'in-turn',
    'A restart does not stop what is just being started',
    async (tools) => {
      const workspace = await managed(tools);
      await tools.controlPlane.program(workspace.id, { delayMs: 1_200, calls: ['provision'], times: 1 });
      await restart(tools, workspace.id);
      await called(tools, workspace.id, 'provision', 2);
      await restart(tools, workspace.id);
      await pause(150);
      const stops = (await callsFor(tools, workspace.id)).filter((call) => call === 'delete');
      tools.expect.value('stops while a start is under way', stops.length, 1);
      await called(tools, workspace.id, 'provision', 3);
      tools.expect.value('the calls', await callsFor(tools, workspace.id), [
        ...['provision', 'delete', 'provision', 'delete', 'provision'],
      ]);
    },
    CONTROLLED,
  ),

  one(
    'F.6',
    'one-cycle',
    'An instance that is found dead is started again once',
    async (tools) => {
      const workspace = await dead(tools);
      tools.expect('the sender is told', await tools.platform.send(workspace, 'x'), DEAD, 'A.9');
      await called(tools, workspace.id, 'provision', 2);
      await pause(150);
      tools.expect.value('cycles', await cyclesOf(tools, workspace.id), 1);
    },
    CONTROLLED,
  ),

  one(
    'F.6',
    'coalesced',
    'Whatever asks for a restart while one is under way shares one more',
    async (tools) => {
      const workspace = await dead(tools);
      await tools.controlPlane.program(workspace.id, { state: 'stopped', delayMs: 500, calls: ['delete'] });
      tools.expect('the first sender is told', await tools.platform.send(workspace, 'x'), DEAD, 'A.9');
      await called(tools, workspace.id, 'delete', 1);
      const sent = [1, 2, 3, 4, 5].map(() => tools.platform.send(workspace, 'x'));
      for (const reply of await Promise.all(sent)) tools.expect('the others are told', reply, DEAD, 'A.9');
      await called(tools, workspace.id, 'provision', 3);
      await pause(150);
      tools.expect.value('cycles', await cyclesOf(tools, workspace.id), 2);
    },
    CONTROLLED,
  ),

  one(
    'F.6',
    'secrets-reach',
    'Secrets that come while a restart is under way reach the instance',
    async (tools) => {
      const workspace = await managed(tools);
      await tools.controlPlane.program(workspace.id, { delayMs: 600, calls: ['provision'], times: 1 });
      const save = async (key: string) => {
        const path = `/workspaces/${workspace.id}/secrets`;
        const saved = await tools.platform.ask('POST', path, { as: 'admin', json: { key, value: 'v' } });
        tools.expect('a secret is saved', saved, { status: 200, like: { status: 'saved', key } }, 'F.7');
      };
      await save('ALPHA');
      await called(tools, workspace.id, 'provision', 2);
      for (const key of ['BETA', 'GAMMA']) await save(key);
      const env = await tools.eventually(async () => {
        const last = (await called(tools, workspace.id, 'provision', 2)).at(-1);
        const names = Object.keys(Object(memberAt(last, 'body.env')));
        return names.includes('GAMMA') ? names.filter((name) => /^[A-Z]+$/.test(name)) : undefined;
      });
      tools.expect.value('secrets of the last start', env?.filter((name) => name !== 'MODEL').sort(), [
        ...['ALPHA', 'BETA', 'GAMMA'],
      ]);
    },
    CONTROLLED,
  ),

  one(
    'F.6',
    'one-after-the-other',
    'Restarts that follow each other are one each',
    async (tools) => {
      const workspace = await dead(tools);
      for (const cycle of [2, 3]) {
        await tools.platform.send(workspace, 'x');
        await called(tools, workspace.id, 'provision', cycle);
        const token = await registers(tools, workspace, workspace.url);
        tools.expect.value('it has a bearer again', token.length > 0, true);
        await tools.controlPlane.program(workspace.id, { state: 'stopped' });
      }
      tools.expect.value('cycles', await cyclesOf(tools, workspace.id), 2);
    },
    CONTROLLED,
  ),

  one(
    'F.6',
    'others-unhindered',
    'A restart does not wait for that of another workspace',
    async (tools) => {
      const [slow, quick] = [await dead(tools), await dead(tools)];
      await tools.controlPlane.program(slow.id, { state: 'stopped', delayMs: 3_000, calls: ['delete'] });
      await tools.platform.send(slow, 'x');
      await called(tools, slow.id, 'delete', 1);
      await tools.platform.send(quick, 'x');
      await called(tools, quick.id, 'provision', 2);
      tools.expect.value('cycles of the quick one', await cyclesOf(tools, quick.id), 1);
      tools.expect.value('cycles of the slow one by then', await cyclesOf(tools, slow.id), 0);
    },
    CONTROLLED,
  ),

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

const DEAD = { status: 503, headers: { 'retry-after': '15' }, like: { restarting: true, retry_after: 15 } };

/** A managed workspace whose agent answers 502, and whose instance is stopped for all that the control plane knows. */
async function dead(tools: Tools) {
  const agent = tools.agent();
  agent.answers({ status: 502, json: { error: 'bad gateway' } });
  const workspace = await managed(tools);
  await registers(tools, workspace, agent.url);
  await tools.controlPlane.program(workspace.id, { state: 'stopped' });
  return { ...workspace, url: agent.url };
}

/** How often an instance was started after its first time. */
async function cyclesOf(tools: Tools, id: string): Promise<number> {
  return (await callsFor(tools, id)).filter((call) => call === 'provision').length - 1;
}

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
