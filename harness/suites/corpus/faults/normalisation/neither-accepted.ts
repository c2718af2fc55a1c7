import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const REACHED_RUNTIME = /^it arrived at the runtime once$/;

export const neitherAccepted: Fault = {
  id: 'M110',
  title: 'a message with neither parts nor content is accepted',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.requireParts', () => () => undefined)],
  },
  kills: [{ cases: ['hg-neither', 'v1-platform-neither'], clause: 'A.4', reason: REACHED_RUNTIME }],
};
