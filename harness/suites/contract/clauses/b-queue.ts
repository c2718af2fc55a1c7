import { any, before, type ContractCase, message, one, rows, since, uuid } from '../language/index.ts';
import { send, settled, statusOf, wait } from './b-waiting.ts';
import { beat } from './family.ts';

/** B: what becomes of a message whose agent was busy. */
export const QUEUE: readonly ContractCase[] = [
  one('B', 'queued', 'A message to a busy agent is queued, under a number', async (tools) => {
    const { reply } = await wait(tools);
    tools.expect('the message is queued', reply, {
      status: 202,
      headers: { 'content-type': /^application\/json/i },
      like: { queued: true, queue_id: uuid(), queue_depth: 1, message: any() },
    });
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
    await tools.pause(1_100);
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

  one('B', 'depth', 'Messages that were sent on wait no more, and are not counted', async (tools) => {
    const { family, queueId } = await wait(tools);
    family.agent.answers({});
    await beat(tools, family.target);
    await settled(tools, queueId, family.source.id, 'completed');
    family.agent.answers({ breaks: 'close' });
    const next = await send(tools, family, message('the next one'));
    tools.expect('the next one waits alone', next, { status: 202, like: { queue_depth: 1 } });
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
];
