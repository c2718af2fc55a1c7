import type { Fault } from '../../../faults/fault.ts';
import { cookiePassed } from './replies/cookie-passed.ts';
import { errorPagePassed } from './replies/error-page-passed.ts';
import { errorPassedWhole } from './replies/error-passed-whole.ts';
import { errorStatusReplaced } from './replies/error-status-replaced.ts';
import { errorTypePassed } from './replies/error-type-passed.ts';
import { queueModeMisnamed } from './replies/queue-mode-misnamed.ts';
import { replyAccepted } from './replies/reply-accepted.ts';
import { replyBom } from './replies/reply-bom.ts';
import { replyCharset } from './replies/reply-charset.ts';
import { replyCutAtSeam } from './replies/reply-cut-at-seam.ts';
import { replyDigits } from './replies/reply-digits.ts';
import { replyErrorNull } from './replies/reply-error-null.ts';
import { replyErrorReworded } from './replies/reply-error-reworded.ts';
import { replyHeadersPassed } from './replies/reply-headers-passed.ts';
import { replyHistoryDropped } from './replies/reply-history-dropped.ts';
import { replyKeysSorted } from './replies/reply-keys-sorted.ts';
import { replyLineEnd } from './replies/reply-line-end.ts';
import { replyMessageId } from './replies/reply-message-id.ts';
import { replyMetadataAdded } from './replies/reply-metadata-added.ts';
import { replyOfAnother } from './replies/reply-of-another.ts';
import { replyOfEarlier } from './replies/reply-of-earlier.ts';
import { replyReEscaped } from './replies/reply-re-escaped.ts';
import { replyRole } from './replies/reply-role.ts';
import { replySameTask } from './replies/reply-same-task.ts';
import { replyState } from './replies/reply-state.ts';
import { replyTaskId } from './replies/reply-task-id.ts';
import { replyTextAltered } from './replies/reply-text-altered.ts';
import { replyTwice } from './replies/reply-twice.ts';
import { replyTypeOwn } from './replies/reply-type-own.ts';
import { retryAfterPassed } from './replies/retry-after-passed.ts';

/** Faults of what becomes of an agent's answer on its way to the sender. */
export const WAY_BACK_FAULTS: readonly Fault[] = [
  replyAccepted,
  replyTypeOwn,
  replyCharset,
  replyBom,
  replyKeysSorted,
  replyReEscaped,
  replyLineEnd,
  replyDigits,
  replyErrorNull,
  replyErrorReworded,
  replyTextAltered,
  replyCutAtSeam,
  replyRole,
  replyMessageId,
  replyTaskId,
  replyState,
  replyHistoryDropped,
  replyMetadataAdded,
  replySameTask,
  replyOfAnother,
  replyOfEarlier,
  replyTwice,
  errorStatusReplaced,
  errorTypePassed,
  errorPassedWhole,
  errorPagePassed,
  queueModeMisnamed,
  replyHeadersPassed,
  cookiePassed,
  retryAfterPassed,
];
