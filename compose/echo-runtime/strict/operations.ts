import type { Agent } from '../agents.ts';
import { fieldsOf } from '../reading.ts';
import { converse, type Happening } from './conversation.ts';
import { CODES, type Protocol, RpcError } from './protocol.ts';
import { findTask, isTerminal } from './tasks.ts';
import { WIRES } from './wire.ts';

/** Sends one message and answers with what it came to, or with the task alone when the caller will not wait. */
export async function send(agent: Agent, protocol: Protocol, params: unknown): Promise<unknown> {
  const { configuration } = fieldsOf(params);
  const { blocking, returnImmediately, historyLength } = fieldsOf(configuration);
  const happenings = converse(agent, protocol, fieldsOf(params));
  const impatient = protocol === '1.0' ? returnImmediately === true : blocking === false;
  const last = impatient ? await firstOf(happenings) : await lastOf(happenings);
  return WIRES[protocol].result(last, lengthOf(historyLength));
}

/** A task as it stands; error -32001 when there is none. */
export function get(agent: Agent, protocol: Protocol, params: unknown): unknown {
  const { id, historyLength } = fieldsOf(params);
  return WIRES[protocol].task(findTask(agent, String(id)), lengthOf(historyLength));
}

/** Ends a task before its time; error -32002 when it has ended already. */
export function cancel(agent: Agent, protocol: Protocol, params: unknown): unknown {
  const task = findTask(agent, String(fieldsOf(params).id));
  if (isTerminal(task.state))
    throw new RpcError(CODES.taskNotCancelable, `Task ${task.id} is ${task.state} already`);
  task.state = 'canceled';
  return WIRES[protocol].task(task, undefined);
}

async function lastOf(happenings: AsyncGenerator<Happening>): Promise<Happening> {
  let last: Happening | undefined;
  for await (const happening of happenings) last = happening;
  if (!last) throw new Error('the agent came to no answer');
  return last;
}

/** The first happening; the rest goes on in the background, where nobody waits for it. */
async function firstOf(happenings: AsyncGenerator<Happening>): Promise<Happening> {
  const first = await happenings.next();
  if (first.done) throw new Error('the agent came to no answer');
  lastOf(happenings).catch(() => undefined);
  return first.value;
}

function lengthOf(historyLength: unknown): number | undefined {
  return typeof historyLength === 'number' ? historyLength : undefined;
}
