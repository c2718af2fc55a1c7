import { decodedBody } from '../../wire/content-coding.ts';
import type { StepRecord } from '../corpus/case-record.ts';

/** The body of the first request that reached the runtime in a step, if any did. */
export function arrivedBytes(step: StepRecord | undefined): Buffer | undefined {
  const [arrival] = step?.inboxAfter.arrivals ?? [];
  return arrival && decodedBody(Buffer.from(arrival.bodyBase64, 'base64'), arrival.headers);
}
