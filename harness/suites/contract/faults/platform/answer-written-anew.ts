import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const answerWrittenAnew: Fault = {
  id: 'P-contract-answer-written-anew',
  title: 'an answer is parsed, and written anew',
  plant: onPlatform(
    at('platform.mapResult', (map) => (status, body, rules) => {
      const reply = map(status, body, rules);
      if (status >= 300 || body.length === 0) return reply;
      try {
        return { ...reply, body: JSON.stringify(JSON.parse(body.toString())) };
      } catch {
        return { ...reply, body: 'null' };
      }
    }),
  ),
  kills: [{ cases: ['A.9-told@message', 'A.9-told@html'], reason: /^the sender is told: 200/ }],
};
