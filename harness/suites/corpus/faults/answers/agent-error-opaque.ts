import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const PAGE = '<html><head><title>502 Bad Gateway</title></head></html>';

/** What a gateway in front of the agent would make of a reply that it finds too big. */
export const agentErrorOpaque: Fault = {
  id: 'P-big-answer-opaque',
  title: 'a big answer becomes a gateway page',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.mapResult',
        (map) => (status, body, revision) =>
          body.length > 50_000
            ? { status: 502, body: PAGE, contentType: 'text/html' }
            : map(status, body, revision),
      ),
    ],
  },
  kills: [
    {
      cases: [
        'big-text-101k',
        'big-text-64k',
        'big-text-four-bytes',
        'big-text-three-bytes',
        'big-text-under-cap',
      ],
      clause: 'A.1',
      reason: /HTTP 502 with a body that is not JSON/,
      outcome: 'rejected-opaque',
    },
    {
      cases: ['v03-stream-platform-long'],
      clause: 'A.9',
      reason: /HTTP 502 with a body that is not JSON/,
      outcome: 'rejected-opaque',
    },
  ],
};
