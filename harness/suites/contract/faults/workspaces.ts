import type { Fault } from '../../../faults/fault.ts';
import { bootstrapErrorInOneLine } from './platform/bootstrap-error-in-one-line.ts';
import { bootstrapFailsAnything } from './platform/bootstrap-fails-anything.ts';
import { bootstrapLogLost } from './platform/bootstrap-log-lost.ts';
import { bootstrapOpen } from './platform/bootstrap-open.ts';
import { budgetAnyNumber } from './platform/budget-any-number.ts';
import { budgetOfRemoved } from './platform/budget-of-removed.ts';
import { budgetSpendUntold } from './platform/budget-spend-untold.ts';
import { budgetStale } from './platform/budget-stale.ts';
import { budgetUnreadTaken } from './platform/budget-unread-taken.ts';
import { createAnyText } from './platform/create-any-text.ts';
import { createAnywhere } from './platform/create-anywhere.ts';
import { createBelowNobody } from './platform/create-below-nobody.ts';
import { createChannelUntold } from './platform/create-channel-untold.ts';
import { createDefaultsOtherwise } from './platform/create-defaults-otherwise.ts';
import { createDirectoryAny } from './platform/create-directory-any.ts';
import { createDropsMembers } from './platform/create-drops-members.ts';
import { createLengthsUnchecked } from './platform/create-lengths-unchecked.ts';
import { createMachineAny } from './platform/create-machine-any.ts';
import { createNamesByLetters } from './platform/create-names-by-letters.ts';
import { createNamesRepeat } from './platform/create-names-repeat.ts';
import { createNeverAnnounced } from './platform/create-never-announced.ts';
import { createOpen } from './platform/create-open.ts';
import { createRunsAnything } from './platform/create-runs-anything.ts';
import { createShowsBearer } from './platform/create-shows-bearer.ts';
import { createStrict } from './platform/create-strict.ts';
import { createTasksOne } from './platform/create-tasks-one.ts';
import { createTokenDies } from './platform/create-token-dies.ts';
import { createTypesLenient } from './platform/create-types-lenient.ts';
import { createUnread } from './platform/create-unread.ts';
import { deleteBackEndQuoted } from './platform/delete-back-end-quoted.ts';
import { deleteBadIdUnknown } from './platform/delete-bad-id-unknown.ts';
import { deleteChildrenUnasked } from './platform/delete-children-unasked.ts';
import { deleteDataKept } from './platform/delete-data-kept.ts';
import { deleteEndsWithClient } from './platform/delete-ends-with-client.ts';
import { deleteGrandchildrenLeft } from './platform/delete-grandchildren-left.ts';
import { deleteLeafCounted } from './platform/delete-leaf-counted.ts';
import { deleteNameAnyCase } from './platform/delete-name-any-case.ts';
import { deleteOneTry } from './platform/delete-one-try.ts';
import { deleteOpen } from './platform/delete-open.ts';
import { deletePurgePretended } from './platform/delete-purge-pretended.ts';
import { deleteRetryRootAlone } from './platform/delete-retry-root-alone.ts';
import { deleteRevived } from './platform/delete-revived.ts';
import { deleteRootInstanceAlone } from './platform/delete-root-instance-alone.ts';
import { deleteStartOrphaned } from './platform/delete-start-orphaned.ts';
import { deleteStopsFirst } from './platform/delete-stops-first.ts';
import { deleteSwallowsStop } from './platform/delete-swallows-stop.ts';
import { deleteUnconfirmed } from './platform/delete-unconfirmed.ts';
import { firstRegisterWithoutSecret } from './platform/first-register-without-secret.ts';
import { hibernateAnything } from './platform/hibernate-anything.ts';
import { hibernateForcePretended } from './platform/hibernate-force-pretended.ts';
import { hibernateIdleRefused } from './platform/hibernate-idle-refused.ts';
import { hibernateNeverWoken } from './platform/hibernate-never-woken.ts';
import { hibernateTasksUnheeded } from './platform/hibernate-tasks-unheeded.ts';
import { hibernateUrlKept } from './platform/hibernate-url-kept.ts';
import { lifecycleOpen } from './platform/lifecycle-open.ts';
import { listShowsRemoved } from './platform/list-shows-removed.ts';
import { modelClearedToNothing } from './platform/model-cleared-to-nothing.ts';
import { modelOfDefault } from './platform/model-of-default.ts';
import { patchAcknowledged } from './platform/patch-acknowledged.ts';
import { patchDropsMembers } from './platform/patch-drops-members.ts';
import { patchHalfAPlace } from './platform/patch-half-a-place.ts';
import { patchRestartUntold } from './platform/patch-restart-untold.ts';
import { patchSwallows } from './platform/patch-swallows.ts';
import { pauseInstanceRuns } from './platform/pause-instance-runs.ts';
import { pauseOfNobody } from './platform/pause-of-nobody.ts';
import { pauseRootAlone } from './platform/pause-root-alone.ts';
import { pauseSilent } from './platform/pause-silent.ts';
import { readRemovedShown } from './platform/read-removed-shown.ts';
import { readStatusesSwapped } from './platform/read-statuses-swapped.ts';
import { readTellsAll } from './platform/read-tells-all.ts';
import { restartAlwaysResets } from './platform/restart-always-resets.ts';
import { restartBelowPaused } from './platform/restart-below-paused.ts';
import { restartDropped } from './platform/restart-dropped.ts';
import { restartEachAlone } from './platform/restart-each-alone.ts';
import { restartExternal } from './platform/restart-external.ts';
import { restartOfAnything } from './platform/restart-of-anything.ts';
import { restartOnceAMinute } from './platform/restart-once-a-minute.ts';
import { restartOneForAll } from './platform/restart-one-for-all.ts';
import { restartSessionKept } from './platform/restart-session-kept.ts';
import { restartStartUnawaited } from './platform/restart-start-unawaited.ts';
import { restartStopUnheeded } from './platform/restart-stop-unheeded.ts';
import { restartStopsNothing } from './platform/restart-stops-nothing.ts';
import { resumeRootAlone } from './platform/resume-root-alone.ts';
import { secretDeletedTwice } from './platform/secret-deleted-twice.ts';
import { secretKeptBeside } from './platform/secret-kept-beside.ts';
import { secretOfCreationLost } from './platform/secret-of-creation-lost.ts';
import { secretRestartsNobody } from './platform/secret-restarts-nobody.ts';
import { secretUnchecked } from './platform/secret-unchecked.ts';
import { secretUnreadableSkipped } from './platform/secret-unreadable-skipped.ts';
import { secretValueListed } from './platform/secret-value-listed.ts';
import { secretValuesToAdmins } from './platform/secret-values-to-admins.ts';
import { secretsOpen } from './platform/secrets-open.ts';
import { startAdminTokenHandedOut } from './platform/start-admin-token-handed-out.ts';
import { startAgainForgetful } from './platform/start-again-forgetful.ts';
import { startAnySuccess } from './platform/start-any-success.ts';
import { startBackEndQuoted } from './platform/start-back-end-quoted.ts';
import { startFailureUnkept } from './platform/start-failure-unkept.ts';
import { startParentEmpty } from './platform/start-parent-empty.ts';
import { startParentUntold } from './platform/start-parent-untold.ts';
import { startTokensKept } from './platform/start-tokens-kept.ts';
import { stateAlwaysThere } from './platform/state-always-there.ts';
import { stateForAdmin } from './platform/state-for-admin.ts';
import { stateOpen } from './platform/state-open.ts';

/** Workspaces (F). */
export const WORKSPACES: readonly Fault[] = [
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
  lifecycleOpen,
  deleteOpen,
  createOpen,
  bootstrapOpen,
  createUnread,
  createAnywhere,
  createAnyText,
  createBelowNobody,
  createDefaultsOtherwise,
  createStrict,
  createDropsMembers,
  createShowsBearer,
  patchDropsMembers,
  patchAcknowledged,
  readStatusesSwapped,
  stateAlwaysThere,
  budgetUnreadTaken,
  stateOpen,
  deleteBadIdUnknown,
  deleteLeafCounted,
  restartOfAnything,
  restartAlwaysResets,
  pauseOfNobody,
  hibernateAnything,
  budgetSpendUntold,
  secretsOpen,
  hibernateIdleRefused,
  firstRegisterWithoutSecret,
  bootstrapErrorInOneLine,
];
