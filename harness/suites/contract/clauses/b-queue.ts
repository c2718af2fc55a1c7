import {
  any,
  before,
  type ContractCase,
  message,
  one,
  regex,
  rows,
  since,
  type Tools,
  uuid,
} from '../language/index.ts';
import { beat, type Family, makeFamily } from './family.ts';

/** B: what becomes of a message whose agent was busy, and who may ask. */
export const QUEUE: readonly ContractCase[] = [
  one('B', 'queued', 'A message to a busy agent is queued, under a number', async (tools) => {
    const { reply } = await wait(tools);
    tools.expect('the message is queued', reply, {
      status: 202,
      headers: { 'content-type': /^application\/json/i },
      like: { queued: true, queue_id: uuid(), queue_depth: 1, message: any() },
    });
  }),

  ...rows<{ readonly of: (family: Family) => { readonly header?: string; readonly bearer?: string } }>(
    'B',
    'status',
    {
      'header-of-sender': { of: ({ source }) => ({ header: source.id }) },
      'header-of-receiver': { of: ({ target }) => ({ header: target.id }) },
      'bearer-of-sender': { of: ({ source }) => ({ bearer: source.token }) },
      'bearer-of-receiver': { of: ({ target }) => ({ bearer: target.token }) },
    },
    (_row, key) => `The status of a waiting message is told by ${key}`,
    async (tools, { of }) => {
      const { family, queueId, text } = await wait(tools);
      const { header, bearer } = of(family);
      tools.expect('the status is told', await statusOf(tools, queueId, { header, bearer }), {
        status: 200,
        like: {
          ...{ queue_id: queueId, workspace_id: family.target.id, status: 'queued' },
          ...{ priority: 50, attempts: 0, enqueued_at: regex(/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d/) },
        },
        without: ['body', 'request_body', 'caller_id', 'response_body'],
        leaks: [text],
      });
    },
  ),

  one('B', 'status-path', 'The workspace in the path of a status is not compared', async (tools) => {
    const { family, queueId } = await wait(tools);
    const { id, token } = family.source;
    const asked = await tools.platform.ask('GET', `/workspaces/${id}/a2a/queue/${queueId}`, { as: token });
    tools.expect('the status is told', asked, { status: 200, like: { queue_id: queueId } });
  }),

  ...rows<{ readonly of: (family: Family, tools: Tools) => Asker }>(
    'B',
    'stranger',
    {
      nobody: { of: () => ({}) },
      'header-of-parent': { of: ({ parent }) => ({ header: parent.id }) },
      'bearer-of-parent': { of: ({ parent }) => ({ bearer: parent.token }) },
      'header-no-uuid': { of: () => ({ header: 'nobody' }) },
      'header-empty': { of: () => ({ header: '' }) },
      'garbage-bearer': { of: () => ({ bearer: 'garbage' }) },
      admin: { of: () => ({ bearer: 'admin' }) },
    },
    (_row, key) => `${key} is told the same of a waiting message as of one that never was`,
    async (tools, { of }) => {
      const { family, queueId } = await wait(tools);
      const asked = await statusOf(tools, queueId, of(family, tools));
      const never = await statusOf(tools, crypto.randomUUID(), { header: family.source.id });
      const pattern = { status: 404, like: { error: 'queue item not found' } };
      tools.expect('it is not found', asked, pattern);
      tools.expect('one that never was is not found', never, pattern);
      tools.expect.value('both answers are the same', asked.text, never.text);
    },
  ),

  one('B', 'status-no-uuid', 'A number that is no UUID is not looked for by nobody', async (tools) => {
    const asked = await statusOf(tools, 'no-uuid', {});
    tools.expect('it is not found', asked, { status: 404, like: { error: 'queue item not found' } });
  }),

  ...rows<{ readonly seconds: unknown; readonly expires: boolean }>(
    'B',
    'expiry',
    {
      positive: { seconds: 60, expires: true },
      absent: { seconds: undefined, expires: false },
      zero: { seconds: 0, expires: false },
      negative: { seconds: -1, expires: false },
      text: { seconds: '60', expires: false },
      null: { seconds: null, expires: false },
      list: { seconds: [60], expires: false },
      'fraction-cut': { seconds: 1.5, expires: true, ...since('truncatesTimeToLive') },
      'fraction-ignored': { seconds: 1.5, expires: false, ...before('truncatesTimeToLive') },
    },
    ({ expires }, key) => `A message whose time is ${key} ${expires ? 'expires' : 'waits for ever'}`,
    async (tools, { seconds, expires }) => {
      const { family, queueId } = await wait(tools, { expires_in_seconds: seconds });
      const asked = await statusOf(tools, queueId, { header: family.source.id });
      tools.expect('whether it expires is told', asked, {
        status: 200,
        like: { status: 'queued', ...(expires && { expires_at: any() }) },
        ...(!expires && { without: ['expires_at'] }),
      });
      await beat(tools, family.target);
      tools.expect.value('it is sent', (await family.agent.arrived(2, 2_000)).length, 2);
    },
  ),

  one('B', 'expired-unsent', 'A message that has expired is not sent', async (tools) => {
    const { family, queueId } = await wait(tools, { expires_in_seconds: 1 });
    tools.idle();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    family.agent.answers({});
    await beat(tools, family.target);
    await family.agent.arrived(2, 200);
    tools.expect.value('requests to the agent', family.agent.received.length, 1);
    const asked = await statusOf(tools, queueId, { header: family.source.id });
    tools.expect('it waits still', asked, { status: 200, like: { status: 'queued', attempts: 0 } });
  }),

  one('B', 'repeated', 'A message with the id of one that waits is that one', async (tools) => {
    const { family, queueId, request } = await wait(tools);
    const again = await send(tools, family, request);
    tools.expect('the same number is told', again, {
      status: 202,
      like: { queue_id: queueId, queue_depth: 1 },
    });
  }),

  one('B', 'drained', 'An agent that is free is sent what waited, and its status says so', async (tools) => {
    const { family, queueId, text } = await wait(tools);
    family.agent.answers({});
    await beat(tools, family.target);
    const [, second] = await family.agent.arrived(2);
    tools.expect.value('the text arrives', second?.body.toString().includes(text), true);
    const told = await settled(tools, queueId, family.source.id, 'completed');
    tools.expect.like('its status', told, { status: 'completed', attempts: 1, completed_at: any() });
  }),

  one('B', 'drained-one', 'A heartbeat brings one message, the oldest', async (tools) => {
    const { family, text } = await wait(tools);
    await send(tools, family, message('the younger one'));
    family.agent.answers({});
    await beat(tools, family.target);
    const received = await family.agent.arrived(3);
    tools.idle();
    await family.agent.arrived(4, 200);
    tools.expect.value('requests to the agent', received.length, 3);
    tools.expect.value('the oldest arrives', received[2]?.body.toString().includes(text), true);
  }),

  one('B', 'full-agent', 'An agent that has enough to do is sent nothing', async (tools) => {
    const { family } = await wait(tools);
    await beat(tools, family.target, 1);
    tools.idle();
    await family.agent.arrived(2, 200);
    tools.expect.value('requests to the agent', family.agent.received.length, 1);
  }),

  one(
    'B',
    'still-busy',
    'An agent that is busy again has not got the message: it waits on',
    async (tools) => {
      const { family, queueId } = await wait(tools);
      await beat(tools, family.target);
      await family.agent.arrived(2);
      const told = await tools.eventually(async () => {
        const { json } = await statusOf(tools, queueId, { header: family.source.id });
        return Reflect.get(Object(json), 'status') === 'dispatched' ? undefined : json;
      });
      tools.expect.like('its status', told, { status: 'queued', attempts: 1, last_error: any() });
      family.agent.answers({});
      await beat(tools, family.target);
      tools.expect.value('requests to the agent', (await family.agent.arrived(3)).length, 3);
    },
  ),

  one(
    'B',
    'no-second-row',
    'What is drained leaves no second row, and its answer is told to nobody',
    async (tools) => {
      const { family, queueId } = await wait(tools);
      family.agent.answers({});
      await beat(tools, family.target);
      await settled(tools, queueId, family.source.id, 'completed');
      const path = `/workspaces/${family.target.id}/activity?type=a2a_receive`;
      const asked = await tools.platform.ask('GET', path, { as: family.target.token });
      tools.expect.value('its rows', (asked.json as readonly unknown[] | undefined)?.length, 1);
    },
  ),

  ...rows<{ readonly age: string }>(
    'B',
    'stale-age',
    Object.fromEntries(['0', '1.5', 'x'].map((age) => [age, { age }])),
    ({ age }) => `A greatest age of ${age} is refused`,
    async ({ platform, expect }, { age }) => {
      const path = `/admin/a2a-queue/drop-stale?max_age_minutes=${age}&workspace_id=${crypto.randomUUID()}`;
      expect('it is refused', await platform.ask('POST', path, { as: 'admin' }), {
        status: 400,
        like: { error: 'max_age_minutes must be a positive integer' },
      });
    },
  ),

  one('B', 'stale-no-admin', 'Only an admin drops what waits', async (tools) => {
    const { family, queueId } = await wait(tools);
    const path = `/admin/a2a-queue/drop-stale?workspace_id=${family.target.id}`;
    tools.expect('nobody may', await tools.platform.ask('POST', path), { status: 401 });
    const own = await tools.platform.ask('POST', path, { as: family.target.token });
    tools.expect('the workspace may not', own, { status: 401 });
    const asked = await statusOf(tools, queueId, { header: family.source.id });
    tools.expect('it waits still', asked, { status: 200, like: { status: 'queued' } });
  }),

  one(
    'B',
    'stale-dropped',
    'What has waited for longer than an hour is dropped, and nothing younger',
    async (tools) => {
      const { family, queueId } = await wait(tools);
      const second = await send(tools, family, message('young'));
      const young = tools.platform.text(second, 'queue_id');
      const drop = (query = '') =>
        tools.platform.ask('POST', `/admin/a2a-queue/drop-stale?workspace_id=${family.target.id}${query}`, {
          as: 'admin',
        });
      const old = `UPDATE a2a_queue SET enqueued_at = enqueued_at - interval '61 minutes' WHERE id = $1`;
      await tools.database.query(old, [queueId]);
      tools.expect('nothing is so old', await drop('&max_age_minutes=62'), {
        status: 200,
        like: { dropped: 0 },
      });
      tools.expect('one is older than an hour', await drop(), { status: 200, like: { dropped: 1 } });
      const header = family.source.id;
      tools.expect('the old one is dropped', await statusOf(tools, queueId, { header }), {
        like: { status: 'dropped' },
      });
      tools.expect('the young one waits', await statusOf(tools, young, { header }), {
        like: { status: 'queued' },
      });
    },
    { needs: ['database'] },
  ),
];

interface Asker {
  readonly header?: string | undefined;
  readonly bearer?: string | undefined;
}

/** A message of one sibling that waits for the busy agent of another. */
async function wait(tools: Tools, params: Readonly<Record<string, unknown>> = {}) {
  const family = await makeFamily(tools);
  family.agent.answers({ breaks: 'close' });
  const text = `waits-${crypto.randomUUID()}`;
  const plain = message(text);
  const request = { ...plain, params: { ...plain.params, ...params } };
  const reply = await send(tools, family, request);
  return { family, text, request, reply, queueId: tools.platform.text(reply, 'queue_id') };
}

function send({ platform }: Tools, { source, target }: Family, request: object) {
  return platform.send(target, request, { as: source.token, headers: { 'x-workspace-id': source.id } });
}

function statusOf({ platform }: Tools, queueId: string, { header, bearer }: Asker) {
  return platform.ask('GET', `/workspaces/${crypto.randomUUID()}/a2a/queue/${queueId}`, {
    ...(bearer !== undefined && { as: bearer }),
    ...(header !== undefined && { headers: { 'x-workspace-id': header } }),
  });
}

/** The status of a message once it is this one. */
function settled(tools: Tools, queueId: string, header: string, status: string) {
  return tools.eventually(async () => {
    const { json } = await statusOf(tools, queueId, { header });
    return Reflect.get(Object(json), 'status') === status ? json : undefined;
  });
}
