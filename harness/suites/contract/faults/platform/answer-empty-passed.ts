import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const answerEmptyPassed: Fault = {
  id: 'P-contract-answer-empty-passed',
  title: 'an answer without a body is passed on',
  plant: onPlatform(
    at(
      'platform.mapResult',
      (map) => (status, body, rules) => map(status, body, { ...rules, refusesEmptyAnswer: false }),
    ),
  ),
  kills: [{ cases: ['A.9-empty'], reason: /^the sender is told: 200 \(empty body\)/ }],
};
