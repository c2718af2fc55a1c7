import type { Fault } from '../../../faults/fault.ts';
import type { Sending } from '../../../wire/sender.ts';
import { sendingOtherwise } from './sending.ts';

/** What a client does that sends again whatever it sent. */
export const sentTwice: Fault = {
  id: 'H-sent-twice',
  title: 'the harness sends big messages twice, and judges the second',
  plant: sendingOtherwise((sending, sender) =>
    isBig(sending) ? sender.send(sending).then(() => sender.send(sending)) : undefined,
  ),
  kills: [
    {
      cases: [
        'big-file-bytes',
        'big-metadata',
        'big-text-101k',
        'big-text-64k',
        'big-text-direct',
        'big-text-four-bytes',
        'big-text-three-bytes',
        'big-text-under-cap',
        'poll-big-text',
        'v03-many-parts',
        'v03-stream-long',
        'v03-stream-platform-long',
      ],
      reason: /^it arrived 2 times$|^the runtime got 2 requests by poll for 1 messages$/,
    },
  ],
};

function isBig({ body }: Sending): boolean {
  return body.length > 50_000 && body.length < 2_000_000;
}
