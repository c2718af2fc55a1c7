import type { Fault } from '../../../faults/fault.ts';
import { queueAllAtOnce } from './platform/queue-all-at-once.ts';
import { queueAnonymousUnauthorised } from './platform/queue-anonymous-unauthorised.ts';
import { queueBusyAgainCompleted } from './platform/queue-busy-again-completed.ts';
import { queueDepthOfAll } from './platform/queue-depth-of-all.ts';
import { queueDepthUntold } from './platform/queue-depth-untold.ts';
import { queueDrainedRowAgain } from './platform/queue-drained-row-again.ts';
import { queueNeverSent } from './platform/queue-never-sent.ts';
import { queueNewestFirst } from './platform/queue-newest-first.ts';
import { queueNumberNewEachTime } from './platform/queue-number-new-each-time.ts';
import { queueSentToFullAgents } from './platform/queue-sent-to-full-agents.ts';
import { queueStatusForSenderAlone } from './platform/queue-status-for-sender-alone.ts';
import { queueStatusLeaks } from './platform/queue-status-leaks.ts';
import { queueStatusOpen } from './platform/queue-status-open.ts';
import { queueStatusUnpublished } from './platform/queue-status-unpublished.ts';
import { queueStrangerForbidden } from './platform/queue-stranger-forbidden.ts';
import { queueTimeIgnored } from './platform/queue-time-ignored.ts';
import { queueTimeOfAnyType } from './platform/queue-time-of-any-type.ts';
import { queueTimeZeroExpires } from './platform/queue-time-zero-expires.ts';
import { staleAgeIgnored } from './platform/stale-age-ignored.ts';
import { staleAgeUnchecked } from './platform/stale-age-unchecked.ts';
import { staleDroppedByAnyone } from './platform/stale-dropped-by-anyone.ts';

/** The queue of a busy agent (B). */
export const QUEUE: readonly Fault[] = [
  queueStatusUnpublished,
  queueStrangerForbidden,
  queueAnonymousUnauthorised,
  queueStatusOpen,
  queueStatusForSenderAlone,
  queueStatusLeaks,
  queueTimeIgnored,
  queueTimeZeroExpires,
  queueTimeOfAnyType,
  queueBusyAgainCompleted,
  queueNumberNewEachTime,
  queueNeverSent,
  queueNewestFirst,
  queueSentToFullAgents,
  queueAllAtOnce,
  queueDrainedRowAgain,
  staleAgeUnchecked,
  staleAgeIgnored,
  staleDroppedByAnyone,
  queueDepthUntold,
  queueDepthOfAll,
];
