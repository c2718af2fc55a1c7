import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const envelopeRenewed: Fault = {
  id: 'P-contract-envelope-renewed',
  title: 'an envelope of another version is renewed',
  plant: onPlatform(
    at('platform.wrapEnvelope', (wrap) => (document, newId) => {
      const { jsonrpc, ...rest } = document;
      return jsonrpc === '2.0' ? document : wrap(rest, newId);
    }),
  ),
  kills: [
    {
      cases: ['A.4-forwards@envelope-of-another-version', 'A.4-forwards@null-envelope'],
      reason: /^the agent got: /,
    },
  ],
};
