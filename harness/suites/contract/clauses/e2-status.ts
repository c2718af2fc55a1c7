import {
  before,
  type ContractCase,
  one,
  rows,
  since,
  type Tools,
  type Workspace,
} from '../language/index.ts';
import { listen } from './listen.ts';
import { managed, registers } from './managed.ts';

type Beat = Readonly<Record<string, unknown>>;
const WEDGED = { runtime_state: 'wedged', sample_error: 'stuck' } as const;
const OWN = { runtime_metadata: { capabilities: { status_mgmt: true } } } as const;

/** E.2: what heartbeats make of the status. */
export const HEARTBEAT_STATUS: readonly ContractCase[] = [
  ...rows<{ readonly beats: readonly Beat[]; readonly status: string; readonly event?: string }>(
    'E.2',
    'status',
    {
      'rate-half': { beats: [{ error_rate: 0.5 }], status: 'degraded', event: 'WORKSPACE_DEGRADED' },
      'rate-below-half': { beats: [{ error_rate: 0.49 }], status: 'online' },
      wedged: { beats: [WEDGED], status: 'degraded', event: 'WORKSPACE_DEGRADED' },
      'recovers-below-tenth': { beats: [{ error_rate: 1 }, { error_rate: 0.09 }], status: 'online' },
      'recovers-not-at-tenth': { beats: [{ error_rate: 1 }, { error_rate: 0.1 }], status: 'degraded' },
      'recovers-not-wedged': { beats: [{ error_rate: 1 }, WEDGED], status: 'degraded' },
      'own-rate': { beats: [OWN, { error_rate: 0.8, ...OWN }], status: 'online' },
      'own-wedged': { beats: [OWN, { ...WEDGED, ...OWN }], status: 'degraded' },
      'own-recovers-not': {
        beats: [
          { error_rate: 1, ...OWN },
          { error_rate: 0.05, ...OWN },
        ],
        status: 'degraded',
      },
      'own-from-next-on': { beats: [{ error_rate: 0.9, ...OWN }], status: 'degraded' },
      'own-taken-back': { beats: [OWN, {}, { error_rate: 0.9 }], status: 'degraded' },
    },
    (_row, key) => `What heartbeats make of a workspace that is online: ${key}`,
    async (tools, { beats, status, event }) => {
      const workspace = await tools.platform.workspace({ url: tools.agent().url });
      const heard = await listen(tools);
      for (const beat of beats)
        tools.expect('it is heard', await send(tools, workspace, beat), { status: 200 });
      const read = await tools.platform.ask('GET', `/workspaces/${workspace.id}`);
      tools.expect('what it is then', read, { status: 200, like: { status } });
      if (!event) return;
      const told = await heard.until({ event, workspace_id: workspace.id });
      const { error_rate, runtime_state, sample_error = '' } = beats[0] ?? {};
      const payload = runtime_state ? { runtime_state, sample_error } : { error_rate, sample_error };
      tools.expect.value('what its event says', told?.payload, payload);
    },
  ),

  one(
    'E.2',
    'awaited',
    'A heartbeat ends the wait for an agent, and says whence',
    async (tools) => {
      const workspace = await tools.platform.workspace();
      const heard = await listen(tools);
      await send(tools, workspace, { error_rate: 0.9 });
      const read = await tools.platform.ask('GET', `/workspaces/${workspace.id}`);
      tools.expect('it is online', read, { status: 200, like: { status: 'online' } });
      const told = await heard.until({ event: 'WORKSPACE_ONLINE', workspace_id: workspace.id });
      tools.expect.value('what its event says', told?.payload, { recovered_from: 'awaiting_agent' });
    },
    since('heartbeatEndsWaiting'),
  ),

  one(
    'E.2',
    'awaited-on',
    'A heartbeat does not end the wait for an agent',
    async (tools) => {
      const workspace = await tools.platform.workspace();
      await send(tools, workspace, {});
      const read = await tools.platform.ask('GET', `/workspaces/${workspace.id}`);
      tools.expect('it is waited for', read, { status: 200, like: { status: 'awaiting_agent' } });
    },
    before('heartbeatEndsWaiting'),
  ),

  one(
    'E.2',
    'provisioned',
    'A heartbeat of an instance that is starting takes it online, also with errors',
    async (tools) => {
      const workspace = await managed(tools);
      const token = await registers(tools, workspace);
      await tools.platform.ask('POST', `/workspaces/${workspace.id}/restart`, { as: 'admin' });
      const heard = await listen(tools);
      const provisioned = await tools.eventually(async () => {
        const calls = await tools.controlPlane.journal(workspace.id);
        return calls.filter(({ call }) => call === 'provision').length >= 2 ? true : undefined;
      });
      tools.expect.value('it is started again', provisioned, true, 'F.6');
      tools.expect.value('it had a bearer', token.length > 0, true, 'E.1');
      const json = { workspace_id: workspace.id, error_rate: 0.9 };
      await tools.platform.ask('POST', '/registry/heartbeat', { json });
      const told = await heard.until({ event: 'WORKSPACE_ONLINE', workspace_id: workspace.id });
      tools.expect.value('what its event says', told?.payload, { recovered_from: 'provisioning' });
    },
    { needs: ['control-plane'] },
  ),

  ...rows(
    'E.2',
    'left-alone',
    { paused: { verb: 'pause', status: 'paused' } },
    (_row, key) => `No heartbeat changes a workspace that is ${key}`,
    async (tools, { verb, status }) => {
      const { platform, expect } = tools;
      const workspace = await platform.workspace();
      await platform.ask('POST', `/workspaces/${workspace.id}/${verb}`, { as: workspace.token });
      for (const beat of [{}, { error_rate: 0.9 }, WEDGED])
        expect('it is heard', await send(tools, workspace, beat), { status: 200 });
      const read = await platform.ask('GET', `/workspaces/${workspace.id}`);
      expect('what it is then', read, { status: 200, like: { status } });
    },
  ),
];

function send({ platform }: Tools, { id, token }: Pick<Workspace, 'id' | 'token'>, beat: Beat) {
  return platform.ask('POST', '/registry/heartbeat', { as: token, json: { workspace_id: id, ...beat } });
}
