import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const answerByItsType: Fault = {
  id: 'P-contract-answer-by-its-type',
  title: 'an answer has headers of its own',
  plant: onPlatform(
    at('platform.mapResult', (map) => (...given) => ({
      ...map(...given),
      contentType: 'text/plain',
      headers: { 'x-agent': 'me' },
    })),
  ),
  kills: [{ cases: ['A.9-headers'], reason: /^the sender is told: 200 .*(x-agent|content-type)/ }],
};
