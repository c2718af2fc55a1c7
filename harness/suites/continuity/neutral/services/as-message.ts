import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

/** What takes longer becomes a task, which can be cancelled. */
const AT_ONCE_MS = 250;

export const asMessage: Neutral = {
  id: 'N-reply-as-message',
  title: 'what can be answered at once is answered by a message, without a task',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at('canary.begin', (begin) => (bus, ids, task) => {
        const timer = setTimeout(() => {
          pending.delete(ids.taskId);
          begin(bus, ids, task);
        }, AT_ONCE_MS);
        if (task) begin(bus, ids, task);
        pending.set(ids.taskId, timer);
        if (task) settle(ids.taskId);
      }),
      at('canary.publish', (publish) => async (bus, ids, answer) => {
        const isTask = !settle(ids.taskId);
        if (isTask) return publish(bus, ids, answer);
        if (answer.state === 'input-required') {
          bus.publish({
            kind: 'task',
            id: ids.taskId,
            contextId: ids.contextId,
            status: { state: 'working' },
          });
          return publish(bus, ids, answer);
        }
        const parts = [{ kind: 'text' as const, text: answer.text }];
        const { contextId } = ids;
        bus.publish({ kind: 'message', role: 'agent', messageId: crypto.randomUUID(), contextId, parts });
      }),
    ],
  },
};

const pending = new Map<string, NodeJS.Timeout>();

/** Whether nothing has been said of a task yet; nothing will be then. */
function settle(taskId: string): boolean {
  clearTimeout(pending.get(taskId));
  return pending.delete(taskId);
}
