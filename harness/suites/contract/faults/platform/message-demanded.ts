import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const messageDemanded: Fault = {
  id: 'P-contract-message-demanded',
  title: 'a request without a message is refused',
  plant: onPlatform(
    at('platform.normalise', (normalise) => (...given) => {
      const result = normalise(...given);
      if ('refused' in result) return result;
      const message: unknown = Reflect.get(Object(result.payload.params), 'message');
      return message === Object(message)
        ? result
        : { refused: { status: 400, body: { error: 'no message' } } };
    }),
  ),
  kills: [
    {
      cases: [
        'A.4-forwards@no-message',
        'A.4-forwards@message-that-is-no-object',
        'A.4-forwards@params-that-are-a-list',
        'A.4-forwards@null-document',
      ],
      reason: /^the agent has answered: 400/,
    },
    { cases: ['A.4-digits'], reason: /^the agent has answered: 400/ },
    { cases: (planned) => planned.id.startsWith('contract/A.5-method@list'), clause: 'A.5', reason: /: 400/ },
  ],
};
