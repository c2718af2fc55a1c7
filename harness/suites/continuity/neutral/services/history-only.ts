import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const historyOnly: Neutral = {
  id: 'N-reply-in-history',
  title: 'the answer stands in the history of its task alone, behind the message of the user',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at('canary.publish', (publish) => async (bus, ids, answer) => {
        if (answer.state !== 'completed') return publish(bus, ids, answer);
        const parts = [{ kind: 'text' as const, text: answer.text }];
        const message = {
          kind: 'message' as const,
          role: 'agent' as const,
          messageId: crypto.randomUUID(),
          parts,
        };
        bus.publish({ kind: 'status-update', ...ids, status: { state: 'working', message }, final: false });
        bus.publish({ kind: 'status-update', ...ids, status: { state: 'completed' }, final: true });
      }),
    ],
  },
};
