import type { Fault } from '../../../faults/fault.ts';
import { recordBody } from '../../../wire/recorded-body.ts';
import type { Sent } from '../../../wire/sender.ts';
import { sendingOtherwise } from './sending.ts';

const CAP_BYTES = 50_000;

/** What a client does whose buffer is full. */
export const replyShort: Fault = {
  id: 'H-reply-short',
  title: 'the harness reads the first 50,000 bytes of a reply',
  plant: sendingOtherwise(async (sending, sender) => shortened(await sender.send(sending))),
  kills: [
    {
      cases: [
        'big-text-101k',
        'big-text-64k',
        'big-text-under-cap',
        'big-text-four-bytes',
        'big-text-three-bytes',
        'v03-stream-platform-long',
        'v03-stream-long',
        'big-text-direct',
        'big-text-five-megabytes',
      ],
      reason: /breaks off|ends in the middle|not UTF-8/,
    },
  ],
};

function shortened(sent: Sent): Sent {
  const { exchange, reply } = sent;
  if (!reply || !exchange.response || reply.body.length <= CAP_BYTES) return sent;
  const body = reply.body.subarray(0, CAP_BYTES);
  return {
    exchange: { ...exchange, response: { ...exchange.response, body: recordBody(body) } },
    reply: { ...reply, body },
  };
}
