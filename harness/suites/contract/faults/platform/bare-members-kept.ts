import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const bareMembersKept: Fault = {
  id: 'P-contract-bare-members-kept',
  title: 'a request without an envelope keeps its members',
  plant: onPlatform(
    at(
      'platform.wrapEnvelope',
      (wrap) => (document, newId) =>
        'jsonrpc' in document ? wrap(document, newId) : { jsonrpc: '2.0', ...document },
    ),
  ),
  kills: [{ cases: ['A.4-forwards@no-envelope', 'A.4-forwards@null-document'], reason: /^the agent got: / }],
};
