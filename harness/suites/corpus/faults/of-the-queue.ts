import type { Fault } from '../../../faults/fault.ts';
import { busyAskedTwice } from './later/busy-asked-twice.ts';
import { drainedAgain } from './later/drained-again.ts';
import { drainedAtOnce } from './later/drained-at-once.ts';
import { drainedByTimer } from './later/drained-by-timer.ts';
import { drainedNewestFirst } from './later/drained-newest-first.ts';
import { drainedRenamed } from './later/drained-renamed.ts';
import { drainedToTheEnd } from './later/drained-to-the-end.ts';
import { drainedTwice } from './later/drained-twice.ts';
import { drainedUnsent } from './later/drained-unsent.ts';
import { drainedWhileFull } from './later/drained-while-full.ts';
import { drainedWithARow } from './later/drained-with-a-row.ts';
import { expiryInMilliseconds } from './later/expiry-in-milliseconds.ts';
import { expiryNotKept } from './later/expiry-not-kept.ts';
import { failureTriedAgain } from './later/failure-tried-again.ts';
import { heartbeatRefused } from './later/heartbeat-refused.ts';
import { pageOldestFirst } from './later/page-oldest-first.ts';
import { queueCallerRefused } from './later/queue-caller-refused.ts';
import { queueNeverDrained } from './later/queue-never-drained.ts';
import { queueNumberShared } from './later/queue-number-shared.ts';
import { queueNumberUntold } from './later/queue-number-untold.ts';
import { queueTextCut } from './later/queue-text-cut.ts';
import { refusedYetQueued } from './later/refused-yet-queued.ts';
import { repetitionWaitsToo } from './later/repetition-waits-too.ts';
import { returnRefused } from './later/return-refused.ts';
import { stillBusyAskedTwice } from './later/still-busy-asked-twice.ts';
import { stillBusyGivenUp } from './later/still-busy-given-up.ts';
import { stillBusyRenamed } from './later/still-busy-renamed.ts';

/** Regressions of what becomes of messages that wait for their agent. */
export const QUEUE_FAULTS: readonly Fault[] = [
  // Whether what waits comes at all, and what does not wait does not.
  queueNeverDrained,
  drainedUnsent,
  queueCallerRefused,
  expiryInMilliseconds,
  stillBusyGivenUp,
  refusedYetQueued,
  failureTriedAgain,
  returnRefused,
  heartbeatRefused,

  // When and how often it comes, and in which order.
  busyAskedTwice,
  drainedByTimer,
  drainedWhileFull,
  drainedAtOnce,
  stillBusyAskedTwice,
  drainedTwice,
  drainedAgain,
  repetitionWaitsToo,
  drainedNewestFirst,
  drainedToTheEnd,
  pageOldestFirst,

  // What it is then, and what is said and written down of it.
  drainedRenamed,
  stillBusyRenamed,
  expiryNotKept,
  queueTextCut,
  queueNumberUntold,
  queueNumberShared,
  drainedWithARow,
];
