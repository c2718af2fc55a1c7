import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const LEFT_BESIDE = /^params\.message\.content = /;

export const listContentRaw: Fault = {
  id: 'M109',
  title: 'v0.2 list content is forwarded raw',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.listContentToParts', () => (message) => message)],
  },
  kills: [
    {
      cases: [
        'hg-content-list-kind',
        'hg-content-list-mixed',
        'hg-content-list-no-message-id',
        'hg-content-list-type',
      ],
      clause: 'A.4',
      reason: LEFT_BESIDE,
    },
    {
      cases: ['rest-v03-protojson@strict'],
      clause: 'A.4',
      reason: /"Invalid params: \/message must have required property 'parts'/,
    },
  ],
};
