import { randomUUID } from 'node:crypto';
import type { Message, Task } from 'a2a-sdk-0.3';
import type { AgentExecutor, ExecutionEventBus, RequestContext } from 'a2a-sdk-0.3/server';
import { seam } from '../seam.ts';
import { answer, type Desk } from './agent.ts';
import { filesIn, type Part, textIn } from './message.ts';
import type { Answer, Turn } from './types.ts';

/** The ids of a turn on the wire. */
export type Ids = Pick<RequestContext, 'taskId' | 'contextId'>;

/** Puts an answer on the wire: as the artifact of a task that was at work, which then ends or waits. */
export const publish = seam('canary.publish', publishImpl);

/** Says that the work has begun. */
export const begin = seam(
  'canary.begin',
  (bus: ExecutionEventBus, ids: Ids, task: Task | undefined): void => {
    if (!task)
      bus.publish({ kind: 'task', id: ids.taskId, contextId: ids.contextId, status: statusOf('submitted') });
    bus.publish({ kind: 'status-update', ...ids, status: statusOf('working'), final: false });
  },
);

/** The agent as the SDK calls it. */
export function executorFor(desk: Desk): AgentExecutor {
  const running = new Map<string, { readonly ids: Ids; readonly abort: AbortController }>();
  return {
    execute: async (context, bus) => {
      const { taskId, contextId } = context;
      const ids = { taskId, contextId };
      const abort = new AbortController();
      running.set(taskId, { ids, abort });
      begin(bus, ids, context.task);
      try {
        await publish(bus, ids, await answer(desk, turnOf(context), abort.signal));
        bus.finished();
      } catch (error) {
        if (!abort.signal.aborted) throw error;
      } finally {
        running.delete(taskId);
      }
    },
    cancelTask: async (taskId, bus) => {
      const work = running.get(taskId);
      work?.abort.abort();
      const { contextId = '' } = work?.ids ?? {};
      bus.publish({ kind: 'status-update', taskId, contextId, status: statusOf('canceled'), final: true });
      bus.finished();
    },
  };
}

function turnOf({ userMessage, taskId, contextId, task }: RequestContext): Turn {
  const parts = userMessage.parts as readonly Part[];
  const isAnswer = task?.status.state === 'input-required';
  return { taskId, contextId, isAnswer, text: textIn(parts), files: filesIn(parts) };
}

async function publishImpl(bus: ExecutionEventBus, ids: Ids, { state, text }: Answer): Promise<void> {
  if (state === 'input-required') {
    const message = messageOf(ids, text);
    bus.publish({ kind: 'status-update', ...ids, status: { ...statusOf(state), message }, final: true });
    return;
  }
  const artifact = { artifactId: randomUUID(), name: 'answer', parts: [{ kind: 'text' as const, text }] };
  bus.publish({ kind: 'artifact-update', ...ids, artifact, append: false, lastChunk: true });
  bus.publish({ kind: 'status-update', ...ids, status: statusOf(state), final: true });
}

/** A message of the agent. */
export function messageOf({ taskId, contextId }: Ids, text: string): Message {
  return {
    ...{ kind: 'message', role: 'agent', messageId: randomUUID(), taskId, contextId },
    parts: [{ kind: 'text', text }],
  };
}

/** A state with the time at which it began. */
export function statusOf(state: 'submitted' | 'working' | 'completed' | 'input-required' | 'canceled') {
  return { state, timestamp: new Date().toISOString() } as const;
}
