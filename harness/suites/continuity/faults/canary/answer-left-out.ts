import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const answerLeftOut: Fault = {
  id: 'K-answer-left-out',
  title: 'questions end in a completed task without an answer',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at('canary.publish', (publish) => async (bus, ids, said) => {
        if (!said.text.startsWith('Your')) return publish(bus, ids, said);
        bus.publish({ kind: 'status-update', ...ids, status: { state: 'completed' }, final: true });
        return undefined;
      }),
    ],
  },
  kills: [
    {
      cases: [
        'cancel-and-go-on',
        'corrected-fact',
        'dropped-connection',
        'interleaved',
        'issued-context',
        'prompt-growth',
        'restart-and-two-turns',
        'thirty-turns',
        'two-callers-at-once',
        'two-turn-name',
        'two-turns-at-once',
      ],
      clause: 'J',
      reason: /the agent answered with no words$/,
    },
  ],
};
