import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const storeByTask: Fault = {
  id: 'M168',
  title: 'sessions are kept by task, so that every turn begins anew',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at(
        'canary.sessionKey',
        () =>
          ({ taskId }) =>
            taskId,
      ),
    ],
  },
  kills: [
    {
      cases: [
        'two-turn-name',
        'interleaved',
        'two-callers-at-once',
        'thirty-turns',
        'corrected-fact',
        'cancel-and-go-on',
        'dropped-connection',
        'issued-context',
        'restart-and-two-turns',
        'two-turns-at-once',
        'prompt-growth',
      ],
      clause: 'J',
      reason: /the agent answered "I do not know your (name|desk|town|pet|first word|first code)/,
    },
    { cases: ['resume-after-input'], clause: 'J', reason: /for somebody\."/ },
    { cases: ['own-words'], clause: 'J', reason: /"I have not picked any number\."/ },
    { cases: ['file-only'], clause: 'J', reason: /"I have seen no file\."/ },
  ],
};
