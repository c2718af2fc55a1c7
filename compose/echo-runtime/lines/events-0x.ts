import { randomUUID } from 'node:crypto';
import { setImmediate as processed } from 'node:timers/promises';
import { type Answer, answersByTask, think } from '../agent-code.ts';
import type { Agent } from '../agents.ts';
import { readMessage0x } from '../reading.ts';

/** What the 0.2 and 0.3 lines of the SDK call an executor with, as far as the echo agent needs it. */
export interface Context0x {
  readonly userMessage: unknown;
  readonly taskId: string;
  readonly contextId: string;
  readonly task?: { readonly status: { readonly state: string } };
}

/** The SDK's event bus, which takes the plain objects of its own wire format. */
export interface Bus0x {
  publish(event: Event0x): void;
  finished(): void;
}

type State = 'submitted' | 'working' | 'canceled' | (Answer & { form: 'task' })['state'];
type Ids = Pick<Context0x, 'taskId' | 'contextId'>;
type Event0x =
  | ReturnType<typeof messageOf>
  | ReturnType<typeof taskOf>
  | ReturnType<typeof statusOf>
  | ReturnType<typeof artifactOf>;

/**
 * The echo agent as an executor of the 0.x lines; one per agent, so that cancelling reaches the right task. It gives
 * the SDK the time to store a cancellation, because 0.2 reads the task for its reply as soon as `cancelTask` is done.
 */
export function executor0x(agent: Agent) {
  const running = new Map<string, Context0x>();
  return {
    async execute(context: Context0x, bus: Bus0x): Promise<void> {
      const waiting = context.task?.status.state === 'input-required';
      const byTask = answersByTask(agent.setup);
      running.set(context.taskId, context);
      if (byTask) startTask(context, bus);
      const answer = await think(agent, { message: context.userMessage, waiting }, readMessage0x);
      if (!running.delete(context.taskId)) return;
      if (answer.form === 'task' && !byTask) startTask(context, bus);
      publish(answer, context, bus);
      bus.finished();
    },
    async cancelTask(taskId: string, bus: Bus0x): Promise<void> {
      const context = running.get(taskId);
      running.delete(taskId);
      bus.publish(statusOf(context ?? { taskId, contextId: '' }, 'canceled', 'canceled on request'));
      bus.finished();
      await processed();
    },
  };
}

function startTask(context: Context0x, bus: Bus0x): void {
  if (!context.task) bus.publish(taskOf(context, 'submitted'));
  bus.publish(statusOf(context, 'working'));
}

function publish(answer: Answer, ids: Ids, bus: Bus0x): void {
  if (answer.form === 'message') {
    bus.publish(messageOf(ids, answer.text));
    return;
  }
  if (answer.state === 'completed') bus.publish(artifactOf(ids, answer.text));
  bus.publish(statusOf(ids, answer.state, answer.text));
}

function messageOf({ contextId }: Ids, text: string) {
  const parts = [{ kind: 'text' as const, text }];
  return { kind: 'message' as const, role: 'agent' as const, messageId: randomUUID(), contextId, parts };
}

function taskOf({ taskId, contextId }: Ids, state: State) {
  return { kind: 'task' as const, id: taskId, contextId, status: { state, timestamp: now() } };
}

function statusOf(ids: Ids, state: State, text?: string) {
  const { taskId, contextId } = ids;
  const message = text === undefined ? {} : { message: { ...messageOf(ids, text), taskId } };
  const status = { state, timestamp: now(), ...message };
  return { kind: 'status-update' as const, taskId, contextId, status, final: state !== 'working' };
}

function artifactOf({ taskId, contextId }: Ids, text: string) {
  const artifact = { artifactId: randomUUID(), name: 'echo', parts: [{ kind: 'text' as const, text }] };
  return { kind: 'artifact-update' as const, taskId, contextId, artifact, append: false, lastChunk: true };
}

function now(): string {
  return new Date().toISOString();
}
