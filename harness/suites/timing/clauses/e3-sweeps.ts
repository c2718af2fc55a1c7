import { listen } from '../../contract/clauses/listen.ts';
import { inStatus, managed, registers } from '../../contract/clauses/managed.ts';
import {
  before,
  type ContractCase,
  memberAt,
  one,
  rows,
  since,
  type Tools,
  type Workspace,
} from '../../contract/language/index.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const CONTROLLED = { needs: ['control-plane'] } as const;

/** E.3 and the sweep of F.5: what becomes of a workspace that is silent, or late. */
export const SWEEPS: readonly ContractCase[] = [
  one(
    'E.3',
    'external-silent',
    'An external agent that is silent for 90 s is waited for again, and comes back with a heartbeat',
    async (tools) => {
      const workspace = await beating(tools);
      const heard = await listen(tools);
      await tools.advance(74 * SECOND);
      tools.expect.value('its status after 74 s', await statusOf(tools, workspace.id), 'online');
      await tools.advance(32 * SECOND);
      tools.expect.value(
        'its status after 106 s',
        await inStatus(tools, workspace.id, 'awaiting_agent'),
        'awaiting_agent',
      );
      const event = await heard.until({ event: 'WORKSPACE_OFFLINE', workspace_id: workspace.id });
      tools.expect.value('what its event says', event?.payload, {});
      await heartbeat(tools, workspace);
      tools.expect.value(
        'its status after a heartbeat',
        await inStatus(tools, workspace.id, 'online'),
        'online',
      );
    },
    since('sweepsExternals'),
  ),

  one(
    'E.3',
    'external-beating',
    'An external agent with a heartbeat every 60 s stays online',
    async (tools) => {
      const workspace = await beating(tools);
      const heard = await listen(tools);
      for (let minute = 0; minute < 4; minute += 1) {
        await tools.advance(MINUTE);
        await heartbeat(tools, workspace);
      }
      await heard.quiet();
      const offline = heard.namesOf(workspace.id).filter((name) => name === 'WORKSPACE_OFFLINE');
      tools.expect.value('how often it was offline', offline.length, 0);
      tools.expect.value('its status after 4 min', await statusOf(tools, workspace.id), 'online');
    },
    since('sweepsExternals'),
  ),

  one(
    'E.3',
    'external-never-beat',
    'An external agent that was never heard of is waited for as well',
    async (tools) => {
      const { platform, expect } = tools;
      const more = { url: tools.agent().url };
      const name = `silent-${crypto.randomUUID().slice(0, 8)}`;
      const json = { name, external: true, runtime: 'external', ...more };
      const created = await platform.ask('POST', '/workspaces', { as: 'admin', json });
      expect('it is created', created, { status: 201, like: { status: 'online' } }, 'F.2');
      const id = platform.text(created, 'id');
      await tools.advance(110 * SECOND);
      expect.value('its status after 110 s', await inStatus(tools, id, 'awaiting_agent'), 'awaiting_agent');
    },
    since('sweepsExternals'),
  ),

  one(
    'E.3',
    'external-for-ever',
    'An external agent that is silent stays online for ever',
    async (tools) => {
      const workspace = await beating(tools);
      await tools.advance(30 * MINUTE);
      tools.expect.value('its status after 30 min', await statusOf(tools, workspace.id), 'online');
    },
    before('sweepsExternals'),
  ),

  ...rows(
    'E.3',
    'silent-but',
    { paused: { verb: 'pause', status: 'paused' } },
    (_row, key) => `A workspace that is ${key} may be silent`,
    async (tools, { verb, status }) => {
      const workspace = await beating(tools);
      await tools.platform.ask('POST', `/workspaces/${workspace.id}/${verb}`, { as: workspace.token });
      await tools.advance(5 * MINUTE);
      tools.expect.value('its status after 5 min', await statusOf(tools, workspace.id), status);
    },
  ),

  one(
    'E.3',
    'managed-silent',
    'An instance of the platform’s own that is silent is offline, not waited for',
    async (tools) => {
      const workspace = await managed(tools);
      const token = await registers(tools, workspace);
      await heartbeat(tools, { ...workspace, token });
      await tools.advance(160 * SECOND);
      tools.expect.value('its status after 160 s', await statusOf(tools, workspace.id), 'online');
      await tools.advance(40 * SECOND);
      tools.expect.value('its status after 200 s', await inStatus(tools, workspace.id, 'offline'), 'offline');
    },
    CONTROLLED,
  ),

  ...rows(
    'F.5',
    'too-long',
    {
      hermes: { runtime: 'hermes', minutes: 30 },
      'claude-code': { runtime: 'claude-code', minutes: 10 },
    },
    ({ minutes }, key) => `An instance of ${key} that is not up after ${minutes} min has failed`,
    async (tools, { runtime, minutes }) => {
      const workspace = await managed(tools, { more: { runtime, model: 'claude-sonnet-4' } });
      const heard = await listen(tools);
      await tools.advance(minutes * MINUTE - 5 * SECOND);
      tools.expect.value('its status before', await statusOf(tools, workspace.id), 'provisioning');
      await tools.advance(40 * SECOND);
      tools.expect.value('its status behind', await inStatus(tools, workspace.id, 'failed'), 'failed');
      const event = await heard.until({ event: 'WORKSPACE_PROVISION_FAILED', workspace_id: workspace.id });
      tools.expect.like('its event', event?.payload, {
        ...{ timeout_secs: minutes * 60, runtime, source: 'provision_timeout_sweep' },
      });
    },
    CONTROLLED,
  ),

  one(
    'F.5',
    'up-in-time',
    'An instance that comes up in time is left alone',
    async (tools) => {
      const workspace = await managed(tools);
      await tools.advance(9 * MINUTE);
      const token = await registers(tools, workspace);
      await heartbeat(tools, { ...workspace, token });
      await tools.advance(100 * SECOND);
      tools.expect.value('its status after 10 min 40 s', await statusOf(tools, workspace.id), 'online');
    },
    CONTROLLED,
  ),
];

async function beating(tools: Tools): Promise<Workspace> {
  const workspace = await tools.platform.workspace({ url: tools.agent().url });
  await heartbeat(tools, workspace);
  return workspace;
}

async function heartbeat({ platform, expect }: Tools, { id, token }: Pick<Workspace, 'id' | 'token'>) {
  const beat = await platform.ask('POST', '/registry/heartbeat', { as: token, json: { workspace_id: id } });
  expect('the heartbeat is taken', beat, { status: 200 }, 'E.2');
}

async function statusOf({ platform }: Tools, id: string): Promise<unknown> {
  return memberAt((await platform.ask('GET', `/workspaces/${id}`)).json, 'status');
}
