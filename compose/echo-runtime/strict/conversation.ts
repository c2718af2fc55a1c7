import { randomUUID } from 'node:crypto';
import { type Answer, answersByTask, type Turn, think } from '../agent-code.ts';
import type { Agent } from '../agents.ts';
import { fieldsOf, readMessage0x, readMessageV1, textOrNull } from '../reading.ts';
import type { Protocol } from './protocol.ts';
import { continuedTask, isTerminal, startTask, type Task } from './tasks.ts';

/** What happens while an agent answers, in the order in which a stream tells it. */
export type Happening =
  | { readonly type: 'message'; readonly contextId: string; readonly text: string }
  | { readonly type: 'task' | 'status' | 'artifact'; readonly task: Task };

/**
 * One turn with the agent. A message answer is one happening; a task goes through `working` to its end and is first
 * told as a whole. Agent code that throws ends in a failed task, as the SDKs do it.
 */
export async function* converse(
  agent: Agent,
  protocol: Protocol,
  params: Readonly<Record<string, unknown>>,
): AsyncGenerator<Happening, void, undefined> {
  const { message: sent, ...request } = params;
  const message = fieldsOf(sent);
  const continued = continuedTask(agent, message);
  const contextId = continued?.contextId ?? textOrNull(message.contextId) ?? randomUUID();
  const waiting = continued?.state === 'input-required';
  let task = continued;
  if (answersByTask(agent.setup)) {
    task ??= startTask(agent, contextId);
    yield* begin(task, message, continued === undefined);
  }
  const answer = await answerOf(agent, protocol, { message, request, waiting });
  if (answer.form === 'message') return yield { type: 'message', contextId, text: answer.text };
  if (!task) {
    task = startTask(agent, contextId);
    yield* begin(task, message, true);
  }
  if (!isTerminal(task.state)) yield* end(task, answer);
}

function* begin(task: Task, message: unknown, isNew: boolean): Generator<Happening> {
  task.history.push(message);
  if (isNew) yield { type: 'task', task };
  task.state = 'working';
  yield { type: 'status', task };
}

function* end(task: Task, answer: Answer & { form: 'task' }): Generator<Happening> {
  if (answer.state === 'completed') {
    task.artifactText = answer.text;
    yield { type: 'artifact', task };
  }
  task.state = answer.state;
  task.text = answer.text;
  yield { type: 'status', task };
}

async function answerOf(agent: Agent, protocol: Protocol, turn: Turn): Promise<Answer> {
  try {
    return await think(agent, turn, protocol === '1.0' ? readMessageV1 : readMessage0x);
  } catch (error) {
    const text = `Agent execution error: ${(error as Error).message}`;
    return { form: 'task', state: 'failed', text };
  }
}
