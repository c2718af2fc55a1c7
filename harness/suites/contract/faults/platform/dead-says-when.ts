import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const deadSaysWhen: Fault = {
  id: 'P-contract-dead-says-when',
  title: 'a box that is not reached says when to come again',
  plant: onPlatform(
    at('platform.answerFailure', (answer) => async (...given) => {
      const outcome = await answer(...given);
      if (!('refused' in outcome) || outcome.refused.status !== 503) return outcome;
      return { refused: { ...outcome.refused, headers: { 'retry-after': '15' } } };
    }),
  ),
  kills: [{ cases: ['A.10-dead-and-unreached'], reason: /retry-after is 15/ }],
};
