import { type ContractCase, memberAt, one, regex, rows, type Tools } from '../language/index.ts';
import { listen } from './listen.ts';
import { called, inStatus, LEAKS, managed, registers, restart } from './managed.ts';

const CONTROLLED = { needs: ['control-plane'] } as const;

/** F.5: what an instance is started with, and what is said when it does not start. */
export const PROVISION: readonly ContractCase[] = [
  one(
    'F.5',
    'request',
    'An instance is asked for with who it is, and not with the admin’s bearer',
    async (tools) => {
      const workspace = await managed(tools, { more: { role: 'writer' } });
      const [call] = await called(tools, workspace.id, 'provision', 1);
      tools.expect.like('the call', call, {
        body: {
          ...{ workspace_id: workspace.id, runtime: 'claude-code', tier: 3 },
          env: { MOLECULE_WORKSPACE_ID: workspace.id, MOLECULE_AGENT_ROLE: 'writer' },
        },
      });
      tools.expect.value('the admin’s bearer in its environment', envOf(call).includes('ADMIN_TOKEN'), false);
    },
    CONTROLLED,
  ),

  one(
    'F.5',
    'parent-none',
    'Without a parent there is no PARENT_ID',
    async (tools) => {
      const workspace = await managed(tools);
      const [call] = await called(tools, workspace.id, 'provision', 1);
      tools.expect.value('PARENT_ID in its environment', envOf(call).includes('PARENT_ID'), false);
    },
    CONTROLLED,
  ),

  one(
    'F.5',
    'parent',
    'With a parent its id is PARENT_ID, after a restart too',
    async (tools) => {
      const parent = await tools.platform.workspace();
      const workspace = await managed(tools, { parent });
      await restart(tools, workspace.id);
      for (const call of await called(tools, workspace.id, 'provision', 2))
        tools.expect.like('the call', call, { body: { env: { PARENT_ID: parent.id } } });
    },
    CONTROLLED,
  ),

  one(
    'F.5',
    'first-register',
    'The first register of an instance has no bearer and gets one, with the inbound secret',
    async (tools) => {
      const workspace = await managed(tools);
      const { platform, expect } = tools;
      const json = { id: workspace.id, agent_card: { name: workspace.name }, delivery_mode: 'poll' };
      const registered = await platform.ask('POST', '/registry/register', { json });
      expect('it is registered', registered, {
        status: 200,
        like: { auth_token: regex(/.+/), platform_inbound_secret: regex(/.+/) },
      });
      const token = platform.text(registered, 'auth_token');
      const asked = await platform.ask('GET', `/workspaces/${workspace.id}/activity`, { as: token });
      expect('its bearer opens its log', asked, { status: 200 });
    },
    CONTROLLED,
  ),

  one(
    'F.5',
    'create-token',
    'A create gives no bearer that stops working',
    async (tools) => {
      const { platform, expect } = tools;
      const json = {
        name: `token-${crypto.randomUUID().slice(0, 8)}`,
        runtime: 'claude-code',
        model: 'claude-sonnet-4',
      };
      const created = await platform.ask('POST', '/workspaces', { as: 'admin', json });
      expect('it is created', created, { status: 201 }, 'F.2');
      const id = platform.text(created, 'id');
      await called(tools, id, 'provision', 1);
      const token = memberAt(created.json, 'auth_token');
      if (typeof token !== 'string' || token === '') return;
      const asked = await platform.ask('GET', `/workspaces/${id}/activity`, { as: token });
      expect('its bearer opens its log', asked, { status: 200 });
    },
    CONTROLLED,
  ),

  one(
    'F.5',
    'tokens-replaced',
    'A restart takes the old bearer away, and the next register gets a new one',
    async (tools) => {
      const { platform, expect } = tools;
      const workspace = await managed(tools);
      const old = await registers(tools, workspace);
      await restart(tools, workspace.id);
      await called(tools, workspace.id, 'provision', 2);
      const fresh = await registers(tools, workspace);
      const withOld = await platform.ask('GET', `/workspaces/${workspace.id}/activity`, { as: old });
      expect('the old bearer is refused', withOld, { status: 401 });
      const withFresh = await platform.ask('GET', `/workspaces/${workspace.id}/activity`, { as: fresh });
      expect('the new one opens its log', withFresh, { status: 200 });
    },
    CONTROLLED,
  ),

  ...rows<{ readonly program: Readonly<Record<string, unknown>> }>(
    'F.5',
    'fails',
    {
      '500': { program: { status: 500 } },
      '503': { program: { status: 503 } },
      '400': { program: { status: 400 } },
      '200': { program: { status: 200, body: { instance_id: 'i-200' } } },
      '202': { program: { status: 202, body: { instance_id: 'i-202' } } },
      'no-json': { program: { status: 201, body: 'no json: ami-0leak' } },
      'no-instance': { program: { status: 201, body: { error: 'ami-0leak' } } },
    },
    (_row, key) => `A start that the control plane answers with ${key} fails, in words of the platform’s own`,
    async (tools, { program }) => {
      const workspace = await managed(tools);
      const heard = await listen(tools);
      await tools.controlPlane.program(workspace.id, { ...program, calls: ['provision'] });
      await restart(tools, workspace.id);
      const event = await heard.until({ event: 'WORKSPACE_PROVISION_FAILED', workspace_id: workspace.id });
      tools.expect.value('what its event says', event?.payload, { error: 'provisioning failed' });
      tools.expect.value('its status', await inStatus(tools, workspace.id, 'failed'), 'failed');
      const row = await listedAs(tools, workspace.id);
      tools.expect.like('its row', row, { last_sample_error: 'provisioning failed' });
      tools.expect.value('what it leaks', leaksIn(JSON.stringify([event, row])), []);
    },
    CONTROLLED,
  ),

  one(
    'F.5',
    'bootstrap-failed',
    'A boot that failed is told of, with the end of its log, and once',
    async (tools) => {
      const workspace = await managed(tools);
      const heard = await listen(tools);
      const json = { error: 'no kernel', log_tail: 'panic: ünïcode' };
      tools.expect('it is heard', await report(tools, workspace.id, json), {
        status: 200,
        like: { ok: true },
        without: ['no_change'],
      });
      const event = await heard.until({ event: 'WORKSPACE_PROVISION_FAILED', workspace_id: workspace.id });
      tools.expect.like('its event', event?.payload, { ...json, source: 'bootstrap_watcher' });
      tools.expect.like('its row', await listedAs(tools, workspace.id), {
        last_sample_error: 'no kernel\n\npanic: ünïcode',
      });
      tools.expect('a repeat changes nothing', await report(tools, workspace.id, json), {
        status: 200,
        like: { ok: true, no_change: true },
      });
    },
    CONTROLLED,
  ),

  one('F.5', 'bootstrap-other', 'What is unknown, or up, is not failed by a report', async (tools) => {
    const workspace = await tools.platform.workspace();
    for (const id of [workspace.id, crypto.randomUUID()])
      tools.expect('nothing changes', await report(tools, id, { error: 'e', log_tail: '' }), {
        status: 200,
        like: { ok: true, no_change: true },
      });
    const read = await tools.platform.ask('GET', `/workspaces/${workspace.id}`);
    tools.expect('it is as before', read, { status: 200, like: { status: regex(/^(?!failed)/) } });
  }),

  ...rows(
    'F.5',
    'bootstrap-bearer',
    { nobody: { whose: undefined }, own: { whose: 'own' }, garbage: { whose: 'garbage' } },
    (_row, key) => `The bearer of ${key} reports no failed boot`,
    async (tools, { whose }) => {
      const workspace = await tools.platform.workspace();
      const as = whose === 'own' ? workspace.token : whose;
      const path = `/admin/workspaces/${workspace.id}/bootstrap-failed`;
      const asked = await tools.platform.ask('POST', path, { as, json: { error: 'e', log_tail: '' } });
      tools.expect('it is refused', asked, { status: 401 }, '0.2');
    },
  ),
];

function envOf(call: unknown): readonly string[] {
  return Object.keys(Object(memberAt(call, 'body.env')));
}

function leaksIn(text: string): readonly string[] {
  return LEAKS.filter((leak) => text.includes(leak));
}

function report({ platform }: Tools, id: string, json: object) {
  return platform.ask('POST', `/admin/workspaces/${id}/bootstrap-failed`, { as: 'admin', json });
}

/** A workspace as it stands in the list, where alone its last error is told. */
async function listedAs({ platform }: Tools, id: string): Promise<unknown> {
  const listed = await platform.ask('GET', '/workspaces', { as: 'admin' });
  return Object.values(Object(listed.json)).find((each) => memberAt(each, 'id') === id);
}
