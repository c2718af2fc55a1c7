import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const REACHED_RUNTIME = /^it arrived at the runtime once$/;

export const contentTypeAccepted: Fault = {
  id: 'M111',
  title: 'content of an unsupported type is accepted',
  plant: { kind: 'service', service: 'platform', seams: [at('platform.contentType', () => () => undefined)] },
  kills: [
    {
      cases: [
        'hg-content-boolean',
        'hg-content-integer',
        'hg-content-null',
        'hg-content-object',
        'v1-platform-content',
      ],
      clause: 'A.4',
      reason: REACHED_RUNTIME,
    },
  ],
};
