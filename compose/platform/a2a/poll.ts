import { seam } from '../../seam.ts';
import { writeActivity } from '../activity/write.ts';
import { messageOf } from '../background.ts';
import { type Outcome, refuse } from '../http/reply.ts';
import type { NormalisedCall } from './call.ts';
import { rowOf } from './rows.ts';

/** Step 9: a poll workspace gets a row instead of a request; undefined for a push workspace (A.5). */
export const pollShortCircuit = seam('platform.pollShortCircuit', queueForPoll);

async function queueForPoll(call: NormalisedCall): Promise<Outcome | undefined> {
  const { target } = call;
  if (deliveryMode(target) !== 'poll') return undefined;
  try {
    await deliverToPoll(call, target.name);
  } catch (error) {
    call.log.error({ reason: messageOf(error) }, 'poll delivery failed');
    return refuse(503, 'message could not be stored for the polling workspace; retry');
  }
  return { status: 200, body: { status: 'queued', delivery_mode: 'poll', method: call.method } };
}

/** How messages reach this workspace. */
export const deliveryMode = seam('platform.deliveryMode', modeOf);

function modeOf(target: { readonly delivery_mode: string }): string {
  return target.delivery_mode;
}

/** The row is the delivery: it is committed before the acknowledgement, in both revisions (careful rule of A.5). */
export const deliverToPoll = seam('platform.deliverToPoll', writePollRow);

async function writePollRow(call: NormalisedCall, name: string): Promise<void> {
  await writeActivity(call.platform, { ...rowOf(call, name, ' (queued for poll)'), status: 'ok' });
}
