import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const inStatus: Neutral = {
  id: 'N-reply-in-status',
  title:
    'the answer is the message of the status with which its task ends, behind one that says "working on it"',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at('canary.publish', (publish) => async (bus, ids, answer) => {
        if (answer.state !== 'completed') return publish(bus, ids, answer);
        const says = (text: string) => {
          const parts = [{ kind: 'text' as const, text }];
          return { kind: 'message' as const, role: 'agent' as const, messageId: crypto.randomUUID(), parts };
        };
        const working = { state: 'working' as const, message: says('Working on it.') };
        const completed = { state: 'completed' as const, message: says(answer.text) };
        bus.publish({ kind: 'status-update', ...ids, status: working, final: false });
        bus.publish({ kind: 'status-update', ...ids, status: completed, final: true });
      }),
    ],
  },
};
