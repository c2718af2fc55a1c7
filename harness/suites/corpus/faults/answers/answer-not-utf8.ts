import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

/** As by a proxy that cuts its buffers between the bytes of a character. */
export const answerNotUtf8: Fault = {
  id: 'P-answer-not-utf8',
  title: 'a big answer comes back with half of a character in it',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.mapResult',
        (map) => (status, body, revision) =>
          map(status, body.length > 50_000 ? spoilt(body) : body, revision),
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
      reason: /a body that is not UTF-8, from byte \d+ on/,
      outcome: 'rejected-opaque',
    },
    {
      cases: ['v03-stream-platform-long@1.x'],
      clause: 'A.9',
      reason: /a body that is not UTF-8, from byte \d+ on/,
      outcome: 'rejected-opaque',
    },
  ],
};

function spoilt(body: Buffer): Buffer {
  const changed = Buffer.from(body);
  changed[body.length >> 1] = 0xc3;
  return changed;
}
