import { setTimeout as delay } from 'node:timers/promises';
import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const oneAtATime: Neutral = {
  id: 'N-one-turn-at-a-time',
  title: 'of two turns at once in one context the second is refused',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at('canary.publish', (publish) => async (bus, ids, answer) => {
        if (answer.text !== BUSY) return publish(bus, ids, answer);
        bus.publish({ kind: 'status-update', ...ids, status: { state: 'rejected' }, final: true });
      }),
      at('canary.answer', (answer) => async (desk, turn, signal) => {
        const { contextId } = turn;
        if (busy.has(contextId)) return { state: 'completed', text: BUSY };
        busy.add(contextId);
        try {
          const said = await answer(desk, turn, signal);
          if (/code is/.test(turn.text)) await delay(300);
          return said;
        } finally {
          busy.delete(contextId);
        }
      }),
    ],
  },
};

const BUSY = 'busy with another turn';
const busy = new Set<string>();
