import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { hasOddHeaders } from '../where.ts';

export const oddHeadersLost: Fault = {
  id: 'R-odd-headers-lost',
  title: 'requests with unusual headers are not noted',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      at('runtime.capture', () => (captured) => {
        const { 'content-type': type, 'a2a-version': version } = captured.headers;
        return type === 'application/json' && version === undefined ? captured : undefined;
      }),
    ],
  },
  kills: [{ cases: hasOddHeaders, reason: /^nothing arrived at the runtime/ }],
};
