import {
  type ContractCase,
  one,
  type Reply,
  rows,
  type Tools,
  type Workspace,
} from '../../contract/language/index.ts';
import { untilAwaited } from './until-awaited.ts';

const SECOND = 1_000;

/** How long an agent may say nothing, by what its last heartbeat said of it. */
interface Limit {
  readonly runtime_metadata?: unknown;
  readonly seconds: number;
}

/** A.8: a call ends when nothing was heard of the workspace for too long, and not before. */
export const IDLE: readonly ContractCase[] = [
  ...rows<Limit>(
    'A.8',
    'limit',
    {
      usual: { seconds: 300 },
      longer: { runtime_metadata: { idle_timeout_seconds: 600 }, seconds: 600 },
      shorter: { runtime_metadata: { idle_timeout_seconds: 20 }, seconds: 20 },
      zero: { runtime_metadata: { idle_timeout_seconds: 0 }, seconds: 300 },
      negative: { runtime_metadata: { idle_timeout_seconds: -5 }, seconds: 300 },
      'beside-capabilities': {
        runtime_metadata: { idle_timeout_seconds: 40, capabilities: { status_mgmt: true } },
        seconds: 40,
      },
    },
    ({ seconds }, key) => `A silent agent is given up after ${seconds} s when its override is ${key}`,
    async (tools, { runtime_metadata, seconds }) => {
      const { call } = await silentCall(tools, runtime_metadata);
      await tools.advance((seconds - 2) * SECOND);
      tools.expect.value(`answered 2 s before ${seconds} s`, await call.isAnswered(), false);
      await tools.advance(3 * SECOND);
      await expectGivenUp(tools, call);
    },
  ),

  one('A.8', 'cleared', 'A heartbeat without an override takes the last one away', async (tools) => {
    const { call } = await silentCall(tools, { idle_timeout_seconds: 20 }, undefined);
    await tools.advance(25 * SECOND);
    tools.expect.value('answered after 25 s', await call.isAnswered(), false);
    await tools.advance(280 * SECOND);
    await expectGivenUp(tools, call);
  }),

  one('A.8', 'kept-alive', 'Heartbeats in which nothing has changed keep a call alive', async (tools) => {
    const { workspace, call } = await silentCall(tools);
    for (let beat = 0; beat < 11; beat += 1) {
      await tools.advance(60 * SECOND);
      await heartbeat(tools, workspace);
    }
    tools.expect.value('answered after 660 s with a heartbeat every 60 s', await call.isAnswered(), false);
    await untilAwaited(tools, workspace);
    await tools.advance(301 * SECOND);
    await expectGivenUp(tools, call);
  }),

  one('A.8', 'of-others', 'The heartbeat of another workspace keeps no call alive', async (tools) => {
    const { call } = await silentCall(tools);
    const other = await tools.platform.workspace();
    await tools.advance(200 * SECOND);
    await heartbeat(tools, other);
    await tools.advance(110 * SECOND);
    await expectGivenUp(tools, call);
  }),

  one('A.8', 'in-the-body', 'An agent that falls silent in the middle of its answer', async (tools) => {
    const { platform, expect } = tools;
    const agent = tools.agent();
    agent.answers({ body: 'x'.repeat(64), stalls: 'half' });
    const workspace = await platform.workspace({ url: agent.url });
    const call = pending(platform.send(workspace, 'hello'));
    await agent.arrived(1);
    await heartbeat(tools, workspace);
    await untilAwaited(tools, workspace);
    await tools.advance(301 * SECOND);
    expect('it cannot be read', await call.reply, {
      status: 502,
      like: { error: 'failed to read agent response', delivery_confirmed: true },
    });
  }),

  one('A.7', 'deadline-aborts-nothing', 'X-Timeout does not end a call that has been sent', async (tools) => {
    const { platform, expect } = tools;
    const agent = tools.agent();
    agent.answers({ delayMs: 400 });
    const workspace = await platform.workspace({ url: agent.url });
    const call = pending(platform.send(workspace, 'hello', { headers: { 'x-timeout': '1' } }));
    await agent.arrived(1);
    await tools.advance(5 * SECOND);
    expect('the answer of the agent comes all the same', await call.reply, { status: 200 });
  }),
];

/** A call to an agent that never answers; its workspace has sent these heartbeats before. */
async function silentCall(tools: Tools, ...metadata: readonly unknown[]) {
  const agent = tools.agent();
  agent.answers({ hangs: true });
  const workspace = await tools.platform.workspace({ url: agent.url });
  for (const runtime_metadata of metadata) await heartbeat(tools, workspace, runtime_metadata);
  await untilAwaited(tools, workspace);
  const call = pending(tools.platform.send(workspace, 'hello'));
  await agent.arrived(1);
  return { workspace, call };
}

async function heartbeat({ platform, expect }: Tools, workspace: Workspace, runtime_metadata?: unknown) {
  const json = { workspace_id: workspace.id, active_tasks: 1, runtime_metadata };
  const beat = await platform.ask('POST', '/registry/heartbeat', { as: workspace.token, json });
  expect('the heartbeat is taken', beat, { status: 200 }, 'E.2');
}

/** The call has ended by now; one that has not is ended by a clock that is put forward far enough. */
async function expectGivenUp(tools: Tools, call: Pending): Promise<void> {
  const isOver = await tools.eventually(async () => (await call.isAnswered()) || undefined);
  tools.expect.value('the call is over', isOver ?? false, true);
  if (!isOver) await tools.advance(3_600 * SECOND);
  const reply = await call.reply;
  tools.expect('the agent counts as busy', reply, { status: 202, like: { queued: true } }, 'A.10');
}

/** A call that may be on its way still. */
interface Pending {
  readonly reply: Promise<Reply>;
  /** Whatever is on its way gets a moment to arrive. */
  isAnswered(): Promise<boolean>;
}

function pending(reply: Promise<Reply>): Pending {
  let isAnswered = false;
  const settled = reply.finally(() => {
    isAnswered = true;
  });
  return {
    reply: settled,
    isAnswered: () => new Promise<boolean>((resolve) => setTimeout(() => resolve(isAnswered), 150)),
  };
}
