import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const secondTurnHangs: Fault = {
  id: 'K-second-turn-hangs',
  title: 'a question about what was said before is never answered',
  deadlineMs: 2_500,
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at('canary.think', (think) => (lines, canaryMode) => {
        const thought = think(lines, canaryMode);
        return thought.kind === 'say' && thought.text.startsWith('Your')
          ? { ...thought, pauseMs: 600_000 }
          : thought;
      }),
    ],
  },
  kills: [
    {
      cases: [
        'cancel-and-go-on',
        'corrected-fact',
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
      reason: /no complete reply within \d+ ms/,
      outcome: 'hang',
    },
    {
      cases: ['dropped-connection'],
      clause: 'J',
      reason: /the task was still working after \d+ ms|no complete reply within \d+ ms/,
      outcome: 'hang',
    },
  ],
};
