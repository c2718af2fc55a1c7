import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const placeholder: Fault = {
  id: 'K-placeholder',
  title: 'questions are answered by a placeholder',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at('canary.answer', (answer) => async (desk, turn, signal) => {
        const said = await answer(desk, turn, signal);
        return /^Your|^I picked/.test(said.text) && !turn.text.startsWith('Please')
          ? { ...said, text: '(no response generated)' }
          : said;
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
        'own-words',
      ],
      clause: 'J',
      reason: /the agent answered with a placeholder: "\(no response generated\)"$/,
    },
  ],
};
