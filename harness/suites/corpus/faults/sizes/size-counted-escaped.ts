import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const sizeCountedEscaped: Fault = {
  id: 'P-size-counted-escaped',
  title: 'the size of a body is measured with everything beyond ASCII escaped',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.parseBody',
        (parse) => (body) => (escapedLength(body) > 1_048_576 ? undefined : parse(body)),
      ),
    ],
  },
  kills: [
    {
      cases: ['big-text-four-bytes'],
      clause: 'A.1',
      reason: /HTTP 400 and the error "invalid JSON"$/,
      outcome: 'rejected-loud',
    },
  ],
};

function escapedLength(body: Uint8Array): number {
  const text = Buffer.from(body).toString();
  return text.length + 5 * (text.match(/[^\0-\x7f]/g)?.length ?? 0);
}
