import type { Fault } from '../../../faults/fault.ts';
import { activityBodiesNull } from './platform/activity-bodies-null.ts';
import { activityWithoutBodies } from './platform/activity-without-bodies.ts';
import { agentsHearAll } from './platform/agents-hear-all.ts';
import { badTargetDropped } from './platform/bad-target-dropped.ts';
import { beatSameUntold } from './platform/beat-same-untold.ts';
import { beforeInclusive } from './platform/before-inclusive.ts';
import { cardUntold } from './platform/card-untold.ts';
import { creationUntold } from './platform/creation-untold.ts';
import { cursorBadUnknown } from './platform/cursor-bad-unknown.ts';
import { cursorUnknownBegins } from './platform/cursor-unknown-begins.ts';
import { delegationAnswerDiscarded } from './platform/delegation-answer-discarded.ts';
import { delegationBusyCompleted } from './platform/delegation-busy-completed.ts';
import { delegationEmptyCompleted } from './platform/delegation-empty-completed.ts';
import { delegationErrorCompleted } from './platform/delegation-error-completed.ts';
import { delegationHierarchySkipped } from './platform/delegation-hierarchy-skipped.ts';
import { delegationKeyIgnored } from './platform/delegation-key-ignored.ts';
import { delegationKeyKept } from './platform/delegation-key-kept.ts';
import { delegationKeyOfAll } from './platform/delegation-key-of-all.ts';
import { delegationListOldestFirst } from './platform/delegation-list-oldest-first.ts';
import { delegationMessageIdOwn } from './platform/delegation-message-id-own.ts';
import { delegationOpen } from './platform/delegation-open.ts';
import { delegationPolledCompleted } from './platform/delegation-polled-completed.ts';
import { delegationQueuedWithoutId } from './platform/delegation-queued-without-id.ts';
import { delegationRawAnswer } from './platform/delegation-raw-answer.ts';
import { delegationRecordUnchecked } from './platform/delegation-record-unchecked.ts';
import { delegationRecordedAndSent } from './platform/delegation-recorded-and-sent.ts';
import { delegationReportUnchecked } from './platform/delegation-report-unchecked.ts';
import { delegationReportUntold } from './platform/delegation-report-untold.ts';
import { delegationRetriedAtOnce } from './platform/delegation-retried-at-once.ts';
import { delegationTaskDropped } from './platform/delegation-task-dropped.ts';
import { delegationToOneself } from './platform/delegation-to-oneself.ts';
import { delegationUnchecked } from './platform/delegation-unchecked.ts';
import { documentsUnwritten } from './platform/documents-unwritten.ts';
import { durationOf32Bits } from './platform/duration-of-32-bits.ts';
import { emptyTextsKept } from './platform/empty-texts-kept.ts';
import { errorDetailAsItIs } from './platform/error-detail-as-it-is.ts';
import { errorDetailKeyGone } from './platform/error-detail-key-gone.ts';
import { errorDetailLost } from './platform/error-detail-lost.ts';
import { historyBadTimeDropped } from './platform/history-bad-time-dropped.ts';
import { historyBeforeInclusive } from './platform/history-before-inclusive.ts';
import { historyEndsEarly } from './platform/history-ends-early.ts';
import { historyNeverEnds } from './platform/history-never-ends.ts';
import { historyNewestFirst } from './platform/history-newest-first.ts';
import { historyOfEverybody } from './platform/history-of-everybody.ts';
import { historyOfNobody404 } from './platform/history-of-nobody-404.ts';
import { limitBeyondMost } from './platform/limit-beyond-most.ts';
import { limitIgnored } from './platform/limit-ignored.ts';
import { limitOfFifty } from './platform/limit-of-fifty.ts';
import { logOfNobody404 } from './platform/log-of-nobody-404.ts';
import { logOpen } from './platform/log-open.ts';
import { loggedWithoutRow } from './platform/logged-without-row.ts';
import { noticeToldTwice } from './platform/notice-told-twice.ts';
import { noticeUnreadSent } from './platform/notice-unread-sent.ts';
import { notifyAbilityOwn } from './platform/notify-ability-own.ts';
import { notifyAbilityUnheeded } from './platform/notify-ability-unheeded.ts';
import { notifyAttachmentsDropped } from './platform/notify-attachments-dropped.ts';
import { notifyAttachmentsUnchecked } from './platform/notify-attachments-unchecked.ts';
import { notifyCutInCharacters } from './platform/notify-cut-in-characters.ts';
import { notifyKeptAlone } from './platform/notify-kept-alone.ts';
import { notifyLoggedToo } from './platform/notify-logged-too.ts';
import { notifyOpen } from './platform/notify-open.ts';
import { notifyRowOfAgent } from './platform/notify-row-of-agent.ts';
import { notifyToldAlone } from './platform/notify-told-alone.ts';
import { notifyTypesLost } from './platform/notify-types-lost.ts';
import { oldestFirst } from './platform/oldest-first.ts';
import { originAny } from './platform/origin-any.ts';
import { originByBeginning } from './platform/origin-by-beginning.ts';
import { originUnchecked } from './platform/origin-unchecked.ts';
import { ownRowsWithoutSource } from './platform/own-rows-without-source.ts';
import { peerAsSourceAlone } from './platform/peer-as-source-alone.ts';
import { peerIgnored } from './platform/peer-ignored.ts';
import { peerUnasked } from './platform/peer-unasked.ts';
import { responseBeforeRow } from './platform/response-before-row.ts';
import { responseToAgents } from './platform/response-to-agents.ts';
import { secondsAlways } from './platform/seconds-always.ts';
import { secondsBadDropped } from './platform/seconds-bad-dropped.ts';
import { secondsClampedToADay } from './platform/seconds-clamped-to-a-day.ts';
import { secondsIgnored } from './platform/seconds-ignored.ts';
import { secondsRefused } from './platform/seconds-refused.ts';
import { secondsUnclamped } from './platform/seconds-unclamped.ts';
import { socketForCanvasAlone } from './platform/socket-for-canvas-alone.ts';
import { socketUnchecked } from './platform/socket-unchecked.ts';
import { sourceIgnored } from './platform/source-ignored.ts';
import { sourceOfAnotherTaken } from './platform/source-of-another-taken.ts';
import { statusAlwaysOk } from './platform/status-always-ok.ts';
import { streamOfNobody } from './platform/stream-of-nobody.ts';
import { streamUnchecked } from './platform/stream-unchecked.ts';
import { taskToldAfter } from './platform/task-told-after.ts';
import { toldInSeconds } from './platform/told-in-seconds.ts';
import { typeAny } from './platform/type-any.ts';
import { typeGuessed } from './platform/type-guessed.ts';
import { typeIgnored } from './platform/type-ignored.ts';
import { typeOfLogsAlone } from './platform/type-of-logs-alone.ts';
import { typeUnknownRefused } from './platform/type-unknown-refused.ts';
import { typesOfMembersUnchecked } from './platform/types-of-members-unchecked.ts';
import { unknownLogged } from './platform/unknown-logged.ts';

/** What is remembered, and what is told (C, D). */
export const ACTIVITY_AND_EVENTS: readonly Fault[] = [
  beatSameUntold,
  taskToldAfter,
  activityWithoutBodies,
  activityBodiesNull,
  responseBeforeRow,
  responseToAgents,
  noticeToldTwice,
  cardUntold,
  creationUntold,
  toldInSeconds,
  socketUnchecked,
  socketForCanvasAlone,
  agentsHearAll,
  streamUnchecked,
  streamOfNobody,
  loggedWithoutRow,
  typeOfLogsAlone,
  typeAny,
  typeGuessed,
  typesOfMembersUnchecked,
  sourceOfAnotherTaken,
  badTargetDropped,
  unknownLogged,
  documentsUnwritten,
  emptyTextsKept,
  statusAlwaysOk,
  durationOf32Bits,
  ownRowsWithoutSource,
  secondsIgnored,
  secondsBadDropped,
  secondsUnclamped,
  secondsClampedToADay,
  secondsAlways,
  secondsRefused,
  sourceIgnored,
  typeIgnored,
  typeUnknownRefused,
  limitOfFifty,
  limitBeyondMost,
  limitIgnored,
  cursorBadUnknown,
  cursorUnknownBegins,
  oldestFirst,
  logOpen,
  logOfNobody404,
  peerIgnored,
  peerUnasked,
  delegationBusyCompleted,
  delegationPolledCompleted,
  delegationAnswerDiscarded,
  delegationQueuedWithoutId,
  delegationMessageIdOwn,
  delegationTaskDropped,
  delegationToOneself,
  delegationUnchecked,
  delegationOpen,
  delegationKeyIgnored,
  delegationKeyOfAll,
  delegationKeyKept,
  delegationRetriedAtOnce,
  delegationRecordedAndSent,
  delegationReportUntold,
  delegationReportUnchecked,
  delegationRecordUnchecked,
  delegationListOldestFirst,
  delegationRawAnswer,
  delegationErrorCompleted,
  delegationEmptyCompleted,
  delegationHierarchySkipped,
  notifyToldAlone,
  notifyKeptAlone,
  notifyAttachmentsDropped,
  notifyAttachmentsUnchecked,
  notifyTypesLost,
  notifyRowOfAgent,
  notifyAbilityUnheeded,
  notifyAbilityOwn,
  notifyLoggedToo,
  notifyCutInCharacters,
  notifyOpen,
  originAny,
  originByBeginning,
  noticeUnreadSent,
  originUnchecked,
  errorDetailAsItIs,
  errorDetailLost,
  errorDetailKeyGone,
  peerAsSourceAlone,
  historyEndsEarly,
  historyNeverEnds,
  historyBeforeInclusive,
  historyNewestFirst,
  historyBadTimeDropped,
  historyOfNobody404,
  historyOfEverybody,
  beforeInclusive,
];
