import {
  type Conditions,
  type ContractCase,
  int,
  memberAt,
  one,
  type PlatformEvent,
  rows,
  since,
  type Tools,
  type Workspace,
} from '../language/index.ts';
import { listen } from './listen.ts';

/** Something that is done to a workspace, and what is told of it, in this order. */
interface Deed extends Conditions {
  readonly title: string;
  readonly events: (workspace: Workspace) => readonly PlatformEvent[];
  readonly pushed?: true;
  act(tools: Tools, workspace: Workspace): Promise<unknown>;
}

/** C.4: what is told as it happens. */
export const EVENTS: readonly ContractCase[] = [
  ...rows<Deed>(
    'C.4',
    'tells',
    {
      heartbeat: {
        title: 'Every heartbeat is told, though nothing has changed',
        pushed: true,
        events: () => [
          { event: 'WORKSPACE_HEARTBEAT', payload: { active_tasks: 1, uptime_seconds: 5 } },
          { event: 'WORKSPACE_HEARTBEAT', payload: { active_tasks: 1, uptime_seconds: 5 } },
        ],
        act: async (tools, workspace) => {
          await beat(tools, workspace, { active_tasks: 1, uptime_seconds: 5 });
          await beat(tools, workspace, { active_tasks: 1, uptime_seconds: 5 });
        },
      },
      task: {
        title: 'Another task is told before the heartbeat that brought it, and once',
        pushed: true,
        events: () => [
          { event: 'TASK_UPDATED', payload: { current_task: 'dig', active_tasks: 1 } },
          { event: 'WORKSPACE_HEARTBEAT', payload: { active_tasks: 1 } },
          { event: 'WORKSPACE_HEARTBEAT', payload: { active_tasks: 2 } },
          { event: 'TASK_UPDATED', payload: { current_task: '', active_tasks: 0 } },
          { event: 'WORKSPACE_HEARTBEAT', payload: { active_tasks: 0 } },
        ],
        act: async (tools, workspace) => {
          await beat(tools, workspace, { active_tasks: 1, current_task: 'dig' });
          await beat(tools, workspace, { active_tasks: 2, current_task: 'dig' });
          await beat(tools, workspace, {});
        },
      },
      polled: {
        title: 'A queued message is told with its body',
        events: ({ id, name }) => [
          {
            event: 'ACTIVITY_LOGGED',
            payload: {
              ...{ activity_type: 'a2a_receive', method: 'message/send', status: 'ok', target_id: id },
              summary: `message/send → ${name} (queued for poll)`,
              request_body: { params: { message: { parts: [{ text: 'hello' }] } } },
            },
          },
        ],
        act: ({ platform }, workspace) => platform.send(workspace, 'hello'),
      },
      pushed: {
        title: 'The row of a message is told before its answer',
        pushed: true,
        events: ({ id }) => [
          {
            event: 'ACTIVITY_LOGGED',
            payload: {
              ...{ activity_type: 'a2a_receive', method: 'message/send', status: 'ok', target_id: id },
              duration_ms: int(),
              request_body: { params: { message: { parts: [{ text: 'hello' }] } } },
              response_body: { result: { parts: [{ text: 'said by a scripted agent' }] } },
            },
          },
          {
            event: 'A2A_RESPONSE',
            payload: {
              ...{ method: 'message/send', duration_ms: int() },
              response_body: { result: { parts: [{ text: 'said by a scripted agent' }] } },
            },
          },
        ],
        act: ({ platform }, workspace) => platform.send(workspace, 'hello'),
        ...since('commitsPushRowFirst'),
      },
      'pushed-by-itself': {
        title: 'The answer to an agent is no news for the canvas',
        pushed: true,
        events: ({ id }) => [{ event: 'ACTIVITY_LOGGED', payload: { source_id: id } }],
        act: ({ platform }, workspace) =>
          platform.send(workspace, 'hello', {
            as: workspace.token,
            headers: { 'x-workspace-id': workspace.id },
          }),
      },
      logged: {
        title: 'A row that an agent writes is told, with the documents that it has',
        events: () => [
          {
            event: 'ACTIVITY_LOGGED',
            payload: { activity_type: 'task_update', summary: 's', request_body: { a: 1 } },
          },
        ],
        act: ({ platform }, { id, token }) =>
          platform.ask('POST', `/workspaces/${id}/activity`, {
            as: token,
            json: { activity_type: 'task_update', summary: 's', request_body: { a: 1 } },
          }),
      },
      notified: {
        title: 'A notice is told as such, and as no activity',
        events: ({ id, name }) => [
          { event: 'AGENT_MESSAGE', payload: { message: 'look', workspace_id: id, name } },
        ],
        act: ({ platform }, { id, token }) =>
          platform.ask('POST', `/workspaces/${id}/notify`, { as: token, json: { message: 'look' } }),
      },
      card: {
        title: 'Another card is told',
        events: () => [{ event: 'AGENT_CARD_UPDATED', payload: { agent_card: { name: 'later' } } }],
        act: ({ platform }, { id, token }) =>
          platform.ask('POST', '/registry/update-card', {
            as: token,
            json: { workspace_id: id, agent_card: { name: 'later' } },
          }),
      },
      registered: {
        title: 'A workspace that registers is told to be online',
        events: () => [
          { event: 'WORKSPACE_ONLINE', payload: { delivery_mode: 'poll', agent_card: { name: 'a' } } },
        ],
        act: ({ platform }, { id, token }) =>
          platform.ask('POST', '/registry/register', {
            as: token,
            json: { id, agent_card: { name: 'a' }, delivery_mode: 'poll' },
          }),
      },
    },
    ({ title }) => title,
    async (tools, { events, act, pushed }) => {
      const url = pushed && tools.agent().url;
      const workspace = await tools.platform.workspace({ ...(url !== undefined && { url }) });
      const heard = await listen(tools);
      await act(tools, workspace);
      const wanted = events(workspace);
      const about = () => heard.events.filter(({ workspace_id }) => workspace_id === workspace.id);
      await tools.eventually(async () => about().length >= wanted.length || undefined);
      await heard.quiet();
      const told = about();
      tools.expect.value(
        'the names of what is told',
        told.map(({ event }) => event),
        wanted.map(({ event }) => event),
      );
      tools.expect.like('what is told', told.slice(0, wanted.length), wanted);
    },
  ),

  one('C.4', 'created', 'A workspace is told from its first moment on', async (tools) => {
    const heard = await listen(tools);
    const { id, name } = await tools.platform.workspace();
    await heard.until({ event: 'WORKSPACE_AWAITING_AGENT', workspace_id: id });
    const told = heard.events.filter(({ workspace_id }) => workspace_id === id);
    tools.expect.like('what is told', told, [
      { event: 'WORKSPACE_PROVISIONING', payload: { name, runtime: 'external' } },
      { event: 'WORKSPACE_AWAITING_AGENT', payload: { name, external: true } },
    ]);
  }),

  one('C.4', 'form', 'An event says what, of whom and when', async (tools) => {
    const workspace = await tools.platform.workspace();
    const heard = await listen(tools);
    await beat(tools, workspace, {});
    const event = await heard.until({ event: 'WORKSPACE_HEARTBEAT', workspace_id: workspace.id });
    tools.expect.like('the event', event, {
      workspace_id: workspace.id,
      event: 'WORKSPACE_HEARTBEAT',
      payload: {},
    });
    const ageMs = Date.now() - Date.parse(String(event?.timestamp));
    tools.expect.value('its time is about now', Math.abs(ageMs) < 120_000, true);
  }),

  one('C.4', 'absent', 'Documents that a row does not have are not told as null', async (tools) => {
    const { id, token } = await tools.platform.workspace();
    const heard = await listen(tools);
    const json = { activity_type: 'agent_log' };
    await tools.platform.ask('POST', `/workspaces/${id}/activity`, { as: token, json });
    const event = await heard.until({ event: 'ACTIVITY_LOGGED', workspace_id: id });
    const payload = Object(event?.payload);
    tools.expect.value('its type', payload.activity_type, 'agent_log');
    const told = ['request_body', 'response_body', 'tool_trace'].filter((key) => Object.hasOwn(payload, key));
    tools.expect.value('documents of the event', told, []);
  }),

  ...rows<{ readonly said: string; readonly told: string }>(
    'C.4',
    'error-detail',
    {
      'without-secret': { said: 'timeout: secret-agent 007', told: 'timeout: secret-agent 007' },
      jwt: { said: 'refused eyJhbGciOi.eyJzdWIi.c2ln, again', told: 'refused [REDACTED], again' },
      token: { said: `token ${'x'.repeat(24)} is void`, told: 'token [REDACTED] is void' },
      'token-equals': { said: 'token=tiny is void', told: 'token=[REDACTED] is void' },
      'api-key': { said: `apikey ${'x'.repeat(24)} is void`, told: 'apikey [REDACTED] is void' },
      bearer: { said: 'bearer: abcdefgh is void', told: 'bearer: [REDACTED] is void' },
      'as-long-as-may-be': { said: 'ä'.repeat(4_096), told: 'ä'.repeat(4_096) },
      'too-long': { said: 'ä'.repeat(4_097), told: `${'ä'.repeat(4_096)}…[truncated]` },
    },
    (_row, key) => `What an error says is told without secrets, and cut; the row keeps all of it: ${key}`,
    async (tools, { said, told }) => {
      const { id, token } = await tools.platform.workspace();
      const heard = await listen(tools);
      const json = { activity_type: 'error', error_detail: said };
      await tools.platform.ask('POST', `/workspaces/${id}/activity`, { as: token, json });
      const event = await heard.until({ event: 'ACTIVITY_LOGGED', workspace_id: id });
      tools.expect.value('what is told', memberAt(event, 'payload.error_detail'), told);
      const log = await tools.platform.ask('GET', `/workspaces/${id}/activity`, { as: token });
      tools.expect('what is kept', log, { status: 200, like: [{ error_detail: said }] });
    },
    since('eventsShowErrorDetail'),
  ),
];

async function beat({ platform, expect }: Tools, { id, token }: Workspace, more: object) {
  const json = { workspace_id: id, ...more };
  const beaten = await platform.ask('POST', '/registry/heartbeat', { as: token, json });
  expect('the heartbeat is taken', beaten, { status: 200 }, 'E.2');
}
