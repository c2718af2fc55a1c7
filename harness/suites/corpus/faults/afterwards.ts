import type { Fault } from '../../../faults/fault.ts';
import { busySentAgain } from './arrival/busy-sent-again.ts';
import { handedAgainLater } from './arrival/handed-again-later.ts';
import { pageIncludesCursor } from './arrival/page-includes-cursor.ts';
import { pollPushedLater } from './arrival/poll-pushed-later.ts';
import { pollPushedWithoutRow } from './arrival/poll-pushed-without-row.ts';
import { pollRowTwice } from './arrival/poll-row-twice.ts';
import { refusedYetSent } from './arrival/refused-yet-sent.ts';
import { sentAgainLater } from './arrival/sent-again-later.ts';
import { callerHeaderIgnored } from './callers/caller-header-ignored.ts';
import { callerHeadersPassedOn } from './callers/caller-headers-passed-on.ts';
import { callerOfBearerUnknown } from './callers/caller-of-bearer-unknown.ts';
import { callerTokenOfTarget } from './callers/caller-token-of-target.ts';
import { callerTokenUnchecked } from './callers/caller-token-unchecked.ts';
import { peerIsTarget } from './callers/peer-is-target.ts';
import { rowSourceIsTarget } from './callers/row-source-is-target.ts';
import { senderHeadersPassedOn } from './callers/sender-headers-passed-on.ts';
import { chatAgentLost } from './storage/chat-agent-lost.ts';
import { chatAnswerFirst } from './storage/chat-answer-first.ts';
import { chatAnswerOfUser } from './storage/chat-answer-of-user.ts';
import { chatEndless } from './storage/chat-endless.ts';
import { chatFailureOfAgent } from './storage/chat-failure-of-agent.ts';
import { chatFailureSilent } from './storage/chat-failure-silent.ts';
import { chatNewestFirst } from './storage/chat-newest-first.ts';
import { chatUserLost } from './storage/chat-user-lost.ts';
import { failedRowBlank } from './storage/failed-row-blank.ts';
import { failedRowLost } from './storage/failed-row-lost.ts';
import { failedRowOtherwise } from './storage/failed-row-otherwise.ts';
import { nulRowLost } from './storage/nul-row-lost.ts';
import { pushRowLost } from './storage/push-row-lost.ts';
import { rowAlwaysOk } from './storage/row-always-ok.ts';
import { rowAnswerLost } from './storage/row-answer-lost.ts';
import { rowMethodLost } from './storage/row-method-lost.ts';
import { rowOfRefused } from './storage/row-of-refused.ts';
import { rowSourceOfCanvas } from './storage/row-source-of-canvas.ts';
import { rowSummaryOtherwise } from './storage/row-summary-otherwise.ts';
import { rowTargetLost } from './storage/row-target-lost.ts';
import { rowTextCut } from './storage/row-text-cut.ts';
import { rowTwice } from './storage/row-twice.ts';
import { rowTypeOtherwise } from './storage/row-type-otherwise.ts';

/** Regressions that show only when it is looked at how a message arrived, who sent it, and what was kept of it. */
export const AFTERWARDS: readonly Fault[] = [
  // By which way and how often it arrives until all is quiet.
  pollPushedWithoutRow,
  pollPushedLater,
  pollRowTwice,
  sentAgainLater,
  handedAgainLater,
  busySentAgain,
  refusedYetSent,
  pageIncludesCursor,

  // What is written down of it.
  pushRowLost,
  nulRowLost,
  failedRowLost,
  failedRowBlank,
  failedRowOtherwise,
  rowTwice,
  rowOfRefused,
  rowAlwaysOk,
  rowAnswerLost,
  rowTextCut,
  rowSummaryOtherwise,
  rowMethodLost,
  rowTypeOtherwise,
  rowTargetLost,
  rowSourceOfCanvas,
  chatUserLost,
  chatAgentLost,
  chatAnswerOfUser,
  chatNewestFirst,
  chatAnswerFirst,
  chatEndless,
  chatFailureSilent,
  chatFailureOfAgent,

  // Who sent it.
  callerOfBearerUnknown,
  callerHeaderIgnored,
  callerTokenUnchecked,
  callerTokenOfTarget,
  rowSourceIsTarget,
  peerIsTarget,
  callerHeadersPassedOn,
  senderHeadersPassedOn,
];
