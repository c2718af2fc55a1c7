import type { Fault } from '../../../faults/fault.ts';
import { accessDeniedToParents } from './platform/access-denied-to-parents.ts';
import { accessRefusedAsError } from './platform/access-refused-as-error.ts';
import { activityBodiesNull } from './platform/activity-bodies-null.ts';
import { activityWithoutBodies } from './platform/activity-without-bodies.ts';
import { addressAnyScheme } from './platform/address-any-scheme.ts';
import { addressDevelopmentOpen } from './platform/address-development-open.ts';
import { addressMapped } from './platform/address-mapped.ts';
import { addressPrivateInDevelopment } from './platform/address-private-in-development.ts';
import { addressReserved } from './platform/address-reserved.ts';
import { addressTooWide } from './platform/address-too-wide.ts';
import { addressWrittenOtherwise } from './platform/address-written-otherwise.ts';
import { administratorUnrelated } from './platform/administrator-unrelated.ts';
import { agentsHearAll } from './platform/agents-hear-all.ts';
import { ancestorsNear } from './platform/ancestors-near.ts';
import { ancestorsWithoutEnd } from './platform/ancestors-without-end.ts';
import { badTargetDropped } from './platform/bad-target-dropped.ts';
import { bareMembersKept } from './platform/bare-members-kept.ts';
import { bearerAloneUnknown } from './platform/bearer-alone-unknown.ts';
import { bearerAnyCase } from './platform/bearer-any-case.ts';
import { bearerOfChildPasses } from './platform/bearer-of-child-passes.ts';
import { bearerOfRemovedPasses } from './platform/bearer-of-removed-passes.ts';
import { bearerPrefixSuffices } from './platform/bearer-prefix-suffices.ts';
import { bearerRaw } from './platform/bearer-raw.ts';
import { beatAboveHalf } from './platform/beat-above-half.ts';
import { beatAbsentKept } from './platform/beat-absent-kept.ts';
import { beatEndsPause } from './platform/beat-ends-pause.ts';
import { beatFlagAtOnce } from './platform/beat-flag-at-once.ts';
import { beatFlagKept } from './platform/beat-flag-kept.ts';
import { beatRateOutranksOwn } from './platform/beat-rate-outranks-own.ts';
import { beatRecoversAtTenth } from './platform/beat-recovers-at-tenth.ts';
import { beatRecoversWedged } from './platform/beat-recovers-wedged.ts';
import { beatSameUntold } from './platform/beat-same-untold.ts';
import { beatSecretUntold } from './platform/beat-secret-untold.ts';
import { beatSpendCleared } from './platform/beat-spend-cleared.ts';
import { beatToldOnce } from './platform/beat-told-once.ts';
import { beatTypesLenient } from './platform/beat-types-lenient.ts';
import { beatUnknownToldSecret } from './platform/beat-unknown-told-secret.ts';
import { beatWaitGoesOn } from './platform/beat-wait-goes-on.ts';
import { beatWedgedHidden } from './platform/beat-wedged-hidden.ts';
import { bodyThroughJson } from './platform/body-through-json.ts';
import { bootstrapFailsAnything } from './platform/bootstrap-fails-anything.ts';
import { bootstrapLogLost } from './platform/bootstrap-log-lost.ts';
import { budgetAnyNumber } from './platform/budget-any-number.ts';
import { budgetOfRemoved } from './platform/budget-of-removed.ts';
import { budgetStale } from './platform/budget-stale.ts';
import { budgetUnchecked } from './platform/budget-unchecked.ts';
import { callerForgedAnyCase } from './platform/caller-forged-any-case.ts';
import { callerForgedPassed } from './platform/caller-forged-passed.ts';
import { callerTokenUnasked } from './platform/caller-token-unasked.ts';
import { cardOfUnknownRepaired } from './platform/card-of-unknown-repaired.ts';
import { cardRoleOverwritten } from './platform/card-role-overwritten.ts';
import { cardUnrepaired } from './platform/card-unrepaired.ts';
import { cardUntold } from './platform/card-untold.ts';
import { contentBeforeParts } from './platform/content-before-parts.ts';
import { contentOfAnyType } from './platform/content-of-any-type.ts';
import { createChannelUntold } from './platform/create-channel-untold.ts';
import { createDirectoryAny } from './platform/create-directory-any.ts';
import { createLengthsUnchecked } from './platform/create-lengths-unchecked.ts';
import { createMachineAny } from './platform/create-machine-any.ts';
import { createNamesByLetters } from './platform/create-names-by-letters.ts';
import { createNamesRepeat } from './platform/create-names-repeat.ts';
import { createNeverAnnounced } from './platform/create-never-announced.ts';
import { createRunsAnything } from './platform/create-runs-anything.ts';
import { createTasksOne } from './platform/create-tasks-one.ts';
import { createTokenDies } from './platform/create-token-dies.ts';
import { createTypesLenient } from './platform/create-types-lenient.ts';
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
import { deleteBackEndQuoted } from './platform/delete-back-end-quoted.ts';
import { deleteChildrenUnasked } from './platform/delete-children-unasked.ts';
import { deleteDataKept } from './platform/delete-data-kept.ts';
import { deleteEndsWithClient } from './platform/delete-ends-with-client.ts';
import { deleteGrandchildrenLeft } from './platform/delete-grandchildren-left.ts';
import { deleteNameAnyCase } from './platform/delete-name-any-case.ts';
import { deleteOneTry } from './platform/delete-one-try.ts';
import { deletePurgePretended } from './platform/delete-purge-pretended.ts';
import { deleteRetryRootAlone } from './platform/delete-retry-root-alone.ts';
import { deleteRevived } from './platform/delete-revived.ts';
import { deleteRootInstanceAlone } from './platform/delete-root-instance-alone.ts';
import { deleteStartOrphaned } from './platform/delete-start-orphaned.ts';
import { deleteStopsFirst } from './platform/delete-stops-first.ts';
import { deleteSwallowsStop } from './platform/delete-swallows-stop.ts';
import { deleteUnconfirmed } from './platform/delete-unconfirmed.ts';
import { discoverAnonymous } from './platform/discover-anonymous.ts';
import { discoverNothingSafe } from './platform/discover-nothing-safe.ts';
import { discoverRefusalTellsAddress } from './platform/discover-refusal-tells-address.ts';
import { discoverStrangers } from './platform/discover-strangers.ts';
import { discoverTokenUnchecked } from './platform/discover-token-unchecked.ts';
import { discoverUnknownToldApart } from './platform/discover-unknown-told-apart.ts';
import { discoverUnsafeAddress } from './platform/discover-unsafe-address.ts';
import { documentsUnwritten } from './platform/documents-unwritten.ts';
import { downloadMissingRemapped } from './platform/download-missing-remapped.ts';
import { durationOf32Bits } from './platform/duration-of-32-bits.ts';
import { emptyPartsRefused } from './platform/empty-parts-refused.ts';
import { emptyTextsKept } from './platform/empty-texts-kept.ts';
import { envelopeRenewed } from './platform/envelope-renewed.ts';
import { fileAdviceSwapped } from './platform/file-advice-swapped.ts';
import { fileHeadersAll } from './platform/file-headers-all.ts';
import { fileHeadersOfUpload } from './platform/file-headers-of-upload.ts';
import { filePathDotsUnheeded } from './platform/file-path-dots-unheeded.ts';
import { filePathNotEscaped } from './platform/file-path-not-escaped.ts';
import { filePathUnchecked } from './platform/file-path-unchecked.ts';
import { fileRedirectFollowed } from './platform/file-redirect-followed.ts';
import { fileRootRefused } from './platform/file-root-refused.ts';
import { fileRootsByPrefix } from './platform/file-roots-by-prefix.ts';
import { fileSecretMadeElsewhere } from './platform/file-secret-made-elsewhere.ts';
import { fileSecretMadeForUploadsAlone } from './platform/file-secret-made-for-uploads-alone.ts';
import { fileSecretNeverMade } from './platform/file-secret-never-made.ts';
import { fileSecretNotShown } from './platform/file-secret-not-shown.ts';
import { fileToAnyAddress } from './platform/file-to-any-address.ts';
import { fileUnreachable500 } from './platform/file-unreachable-500.ts';
import { filesOpen } from './platform/files-open.ts';
import { headersBare } from './platform/headers-bare.ts';
import { hibernateForcePretended } from './platform/hibernate-force-pretended.ts';
import { hibernateNeverWoken } from './platform/hibernate-never-woken.ts';
import { hibernateTasksUnheeded } from './platform/hibernate-tasks-unheeded.ts';
import { hibernateUrlKept } from './platform/hibernate-url-kept.ts';
import { limitBeyondMost } from './platform/limit-beyond-most.ts';
import { limitIgnored } from './platform/limit-ignored.ts';
import { limitOfFifty } from './platform/limit-of-fifty.ts';
import { listContentKept } from './platform/list-content-kept.ts';
import { listShowsRemoved } from './platform/list-shows-removed.ts';
import { logOfNobody404 } from './platform/log-of-nobody-404.ts';
import { logOpen } from './platform/log-open.ts';
import { loggedWithoutRow } from './platform/logged-without-row.ts';
import { malformedAccepted } from './platform/malformed-accepted.ts';
import { messageDemanded } from './platform/message-demanded.ts';
import { messageIdByValue } from './platform/message-id-by-value.ts';
import { messageIdUnfilled } from './platform/message-id-unfilled.ts';
import { modelClearedToNothing } from './platform/model-cleared-to-nothing.ts';
import { modelOfDefault } from './platform/model-of-default.ts';
import { neitherLetThrough } from './platform/neither-let-through.ts';
import { noticeToldTwice } from './platform/notice-told-twice.ts';
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
import { orgBearerForEver } from './platform/org-bearer-for-ever.ts';
import { orgBearerOfNobody } from './platform/org-bearer-of-nobody.ts';
import { originAny } from './platform/origin-any.ts';
import { originByBeginning } from './platform/origin-by-beginning.ts';
import { originUnchecked } from './platform/origin-unchecked.ts';
import { ownRowsWithoutSource } from './platform/own-rows-without-source.ts';
import { patchHalfAPlace } from './platform/patch-half-a-place.ts';
import { patchRestartUntold } from './platform/patch-restart-untold.ts';
import { patchSwallows } from './platform/patch-swallows.ts';
import { pauseInstanceRuns } from './platform/pause-instance-runs.ts';
import { pauseRootAlone } from './platform/pause-root-alone.ts';
import { pauseSilent } from './platform/pause-silent.ts';
import { peerIgnored } from './platform/peer-ignored.ts';
import { peerUnasked } from './platform/peer-unasked.ts';
import { peersCaseMatters } from './platform/peers-case-matters.ts';
import { peersOfAll } from './platform/peers-of-all.ts';
import { peersPattern } from './platform/peers-pattern.ts';
import { peersRoleMissingBreaks } from './platform/peers-role-missing-breaks.ts';
import { pendingAckedByAnyone } from './platform/pending-acked-by-anyone.ts';
import { pendingAckedOnce } from './platform/pending-acked-once.ts';
import { pendingMalformedKept } from './platform/pending-malformed-kept.ts';
import { pendingNameAsGiven } from './platform/pending-name-as-given.ts';
import { pendingOpen } from './platform/pending-open.ts';
import { pendingSentToAgent } from './platform/pending-sent-to-agent.ts';
import { pendingWithoutRows } from './platform/pending-without-rows.ts';
import { acknowledgesAs202 } from './platform/poll-acknowledged-202.ts';
import { queueAllAtOnce } from './platform/queue-all-at-once.ts';
import { queueAnonymousUnauthorised } from './platform/queue-anonymous-unauthorised.ts';
import { queueBusyAgainCompleted } from './platform/queue-busy-again-completed.ts';
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
import { readRemovedShown } from './platform/read-removed-shown.ts';
import { readTellsAll } from './platform/read-tells-all.ts';
import { registerAddressBeforeBearer } from './platform/register-address-before-bearer.ts';
import { registerAdminPasses } from './platform/register-admin-passes.ts';
import { registerBearerEachTime } from './platform/register-bearer-each-time.ts';
import { registerModeReset } from './platform/register-mode-reset.ts';
import { registerModeUnchecked } from './platform/register-mode-unchecked.ts';
import { registerPollWantsUrl } from './platform/register-poll-wants-url.ts';
import { registerPushWithoutUrl } from './platform/register-push-without-url.ts';
import { registerRemovedWelcome } from './platform/register-removed-welcome.ts';
import { registerSecretOnce } from './platform/register-secret-once.ts';
import { relationsDenied } from './platform/relations-denied.ts';
import { removedStillSpeaks } from './platform/removed-still-speaks.ts';
import { responseBeforeRow } from './platform/response-before-row.ts';
import { responseToAgents } from './platform/response-to-agents.ts';
import { restartBelowPaused } from './platform/restart-below-paused.ts';
import { restartDropped } from './platform/restart-dropped.ts';
import { restartEachAlone } from './platform/restart-each-alone.ts';
import { restartExternal } from './platform/restart-external.ts';
import { restartOnceAMinute } from './platform/restart-once-a-minute.ts';
import { restartOneForAll } from './platform/restart-one-for-all.ts';
import { restartSessionKept } from './platform/restart-session-kept.ts';
import { restartStartUnawaited } from './platform/restart-start-unawaited.ts';
import { restartStopUnheeded } from './platform/restart-stop-unheeded.ts';
import { restartStopsNothing } from './platform/restart-stops-nothing.ts';
import { resumeRootAlone } from './platform/resume-root-alone.ts';
import { roleByValue } from './platform/role-by-value.ts';
import { roleUnfilled } from './platform/role-unfilled.ts';
import { secondsAlways } from './platform/seconds-always.ts';
import { secondsBadDropped } from './platform/seconds-bad-dropped.ts';
import { secondsClampedToADay } from './platform/seconds-clamped-to-a-day.ts';
import { secondsIgnored } from './platform/seconds-ignored.ts';
import { secondsRefused } from './platform/seconds-refused.ts';
import { secondsUnclamped } from './platform/seconds-unclamped.ts';
import { secretDeletedTwice } from './platform/secret-deleted-twice.ts';
import { secretKeptBeside } from './platform/secret-kept-beside.ts';
import { secretOfCreationLost } from './platform/secret-of-creation-lost.ts';
import { secretRestartsNobody } from './platform/secret-restarts-nobody.ts';
import { secretUnchecked } from './platform/secret-unchecked.ts';
import { secretUnreadableSkipped } from './platform/secret-unreadable-skipped.ts';
import { secretValueListed } from './platform/secret-value-listed.ts';
import { secretValuesToAdmins } from './platform/secret-values-to-admins.ts';
import { socketForCanvasAlone } from './platform/socket-for-canvas-alone.ts';
import { socketUnchecked } from './platform/socket-unchecked.ts';
import { sourceIgnored } from './platform/source-ignored.ts';
import { sourceOfAnotherTaken } from './platform/source-of-another-taken.ts';
import { sourceOfCanvasIsTarget } from './platform/source-of-canvas-is-target.ts';
import { sourceUnwritten } from './platform/source-unwritten.ts';
import { staleAgeIgnored } from './platform/stale-age-ignored.ts';
import { staleAgeUnchecked } from './platform/stale-age-unchecked.ts';
import { staleDroppedByAnyone } from './platform/stale-dropped-by-anyone.ts';
import { startAdminTokenHandedOut } from './platform/start-admin-token-handed-out.ts';
import { startAgainForgetful } from './platform/start-again-forgetful.ts';
import { startAnySuccess } from './platform/start-any-success.ts';
import { startBackEndQuoted } from './platform/start-back-end-quoted.ts';
import { startFailureUnkept } from './platform/start-failure-unkept.ts';
import { startParentEmpty } from './platform/start-parent-empty.ts';
import { startParentUntold } from './platform/start-parent-untold.ts';
import { startTokensKept } from './platform/start-tokens-kept.ts';
import { stateForAdmin } from './platform/state-for-admin.ts';
import { statusAlwaysOk } from './platform/status-always-ok.ts';
import { strangerLetThrough } from './platform/stranger-let-through.ts';
import { streamOfNobody } from './platform/stream-of-nobody.ts';
import { streamUnchecked } from './platform/stream-unchecked.ts';
import { stringContentKept } from './platform/string-content-kept.ts';
import { taskToldAfter } from './platform/task-told-after.ts';
import { toldInSeconds } from './platform/told-in-seconds.ts';
import { typeAny } from './platform/type-any.ts';
import { typeGuessed } from './platform/type-guessed.ts';
import { typeIgnored } from './platform/type-ignored.ts';
import { typeKept } from './platform/type-kept.ts';
import { typeOfLogsAlone } from './platform/type-of-logs-alone.ts';
import { typeUnknownRefused } from './platform/type-unknown-refused.ts';
import { typesOfMembersUnchecked } from './platform/types-of-members-unchecked.ts';
import { unknownLogged } from './platform/unknown-logged.ts';
import { unknownTarget500 } from './platform/unknown-target-500.ts';
import { uploadExternalRefused } from './platform/upload-external-refused.ts';
import { uploadFormWrittenAnew } from './platform/upload-form-written-anew.ts';
import { uploadLimitOfR1 } from './platform/upload-limit-of-r1.ts';
import { uploadRefusalRemapped } from './platform/upload-refusal-remapped.ts';

/** Every known regression that the cases of this suite must find. */
export const FAULTS: readonly Fault[] = [
  // C.4: what is told as it happens, and to whom.
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
  originUnchecked,

  // C.2: what an agent writes down.
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

  // C.1: what a page of the activity holds.
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

  // A.4: what becomes of a request on its way.
  stringContentKept,
  listContentKept,
  contentBeforeParts,
  emptyPartsRefused,
  messageIdUnfilled,
  messageIdByValue,
  roleUnfilled,
  roleByValue,
  typeKept,
  bareMembersKept,
  envelopeRenewed,
  messageDemanded,
  neitherLetThrough,
  contentOfAnyType,
  bodyThroughJson,

  // A.1 to A.3: who speaks, to whom, and what is refused first.
  callerForgedPassed,
  callerForgedAnyCase,
  callerTokenUnasked,
  strangerLetThrough,
  budgetUnchecked,
  malformedAccepted,
  unknownTarget500,
  sourceOfCanvasIsTarget,
  sourceUnwritten,
  bearerAloneUnknown,
  removedStillSpeaks,
  administratorUnrelated,
  relationsDenied,
  ancestorsWithoutEnd,
  ancestorsNear,

  // A.5 Poll delivery.
  acknowledgesAs202,

  // F.4 Delete a workspace.
  deleteRootInstanceAlone,
  deleteSwallowsStop,
  deleteEndsWithClient,
  deleteOneTry,
  deleteBackEndQuoted,
  deleteRetryRootAlone,
  deleteGrandchildrenLeft,
  deleteUnconfirmed,
  deleteNameAnyCase,
  deleteChildrenUnasked,
  deletePurgePretended,
  deleteDataKept,
  deleteStopsFirst,
  deleteStartOrphaned,
  deleteRevived,

  // B The queue of a busy agent.
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

  // C.5 Delegation.
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

  // E.4 Discover and peers.
  discoverUnsafeAddress,
  discoverNothingSafe,
  discoverRefusalTellsAddress,
  discoverTokenUnchecked,
  discoverAnonymous,
  discoverStrangers,
  discoverUnknownToldApart,
  peersCaseMatters,
  peersPattern,
  peersRoleMissingBreaks,
  peersOfAll,
  accessDeniedToParents,
  accessRefusedAsError,

  // F.5 Provisioning.
  startBackEndQuoted,
  startParentEmpty,
  startParentUntold,
  startAgainForgetful,
  startAdminTokenHandedOut,
  startAnySuccess,
  startFailureUnkept,
  startTokensKept,
  createTokenDies,
  bootstrapFailsAnything,
  bootstrapLogLost,

  // F.6 Restart, pause, resume and hibernation.
  restartDropped,
  restartEachAlone,
  restartStartUnawaited,
  restartOneForAll,
  restartOnceAMinute,
  restartStopsNothing,
  restartStopUnheeded,
  restartExternal,
  restartBelowPaused,
  restartSessionKept,
  pauseRootAlone,
  pauseSilent,
  pauseInstanceRuns,
  resumeRootAlone,
  hibernateUrlKept,
  hibernateTasksUnheeded,
  hibernateForcePretended,
  hibernateNeverWoken,

  // F.2 Create a workspace.
  createTasksOne,
  createChannelUntold,
  createTypesLenient,
  createDirectoryAny,
  createLengthsUnchecked,
  createNamesByLetters,
  createNamesRepeat,
  createRunsAnything,
  createMachineAny,
  createNeverAnnounced,

  // F.3 Read and change a workspace.
  readTellsAll,
  listShowsRemoved,
  readRemovedShown,
  stateForAdmin,
  patchSwallows,
  patchHalfAPlace,
  patchRestartUntold,
  budgetAnyNumber,
  budgetStale,
  budgetOfRemoved,

  // G Files.
  uploadExternalRefused,
  uploadFormWrittenAnew,
  uploadRefusalRemapped,
  fileUnreachable500,
  downloadMissingRemapped,
  fileSecretNotShown,
  fileSecretNeverMade,
  fileSecretMadeElsewhere,
  fileAdviceSwapped,
  fileSecretMadeForUploadsAlone,
  fileHeadersOfUpload,
  fileHeadersAll,
  filePathUnchecked,
  filePathDotsUnheeded,
  fileRootsByPrefix,
  fileRootRefused,
  filePathNotEscaped,
  fileRedirectFollowed,
  fileToAnyAddress,
  uploadLimitOfR1,
  pendingOpen,
  pendingAckedByAnyone,
  pendingAckedOnce,
  pendingWithoutRows,
  pendingMalformedKept,
  pendingNameAsGiven,
  pendingSentToAgent,
  filesOpen,

  // E.1 Register.
  registerPollWantsUrl,
  registerPushWithoutUrl,
  registerModeUnchecked,
  registerModeReset,
  registerAddressBeforeBearer,
  registerSecretOnce,
  registerBearerEachTime,
  registerAdminPasses,
  registerRemovedWelcome,
  cardRoleOverwritten,
  cardUnrepaired,
  cardOfUnknownRepaired,

  // E.2 Heartbeat.
  beatToldOnce,
  beatRateOutranksOwn,
  beatWedgedHidden,
  beatAboveHalf,
  beatRecoversAtTenth,
  beatRecoversWedged,
  beatFlagAtOnce,
  beatFlagKept,
  beatTypesLenient,
  beatSpendCleared,
  beatAbsentKept,
  beatUnknownToldSecret,
  beatSecretUntold,
  beatEndsPause,
  beatWaitGoesOn,

  // E.5 Addresses that are refused.
  addressMapped,
  addressPrivateInDevelopment,
  addressReserved,
  addressWrittenOtherwise,
  addressTooWide,
  addressAnyScheme,
  addressDevelopmentOpen,

  // F.7 Secrets and the model.
  secretValueListed,
  secretKeptBeside,
  secretUnchecked,
  secretDeletedTwice,
  secretValuesToAdmins,
  secretUnreadableSkipped,
  modelClearedToNothing,
  modelOfDefault,
  secretOfCreationLost,
  secretRestartsNobody,

  // C.3 Telling the user.
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

  // 0.2 Who may call, and the origin of pages (C.4).
  bearerOfRemovedPasses,
  bearerAnyCase,
  bearerRaw,
  bearerPrefixSuffices,
  bearerOfChildPasses,
  orgBearerOfNobody,
  orgBearerForEver,
  headersBare,
  originAny,
  originByBeginning,
];
