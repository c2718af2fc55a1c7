import type { Fault } from '../../../faults/fault.ts';
import { answerLeftOut } from './canary/answer-left-out.ts';
import { cancelledBlocks } from './canary/cancelled-blocks.ts';
import { cancelledComesBack } from './canary/cancelled-comes-back.ts';
import { canned } from './canary/canned.ts';
import { captionLost } from './canary/caption-lost.ts';
import { correctionDropped } from './canary/correction-dropped.ts';
import { cutAt24 } from './canary/cut-at-24.ts';
import { droppedAbandoned } from './canary/dropped-abandoned.ts';
import { failedWithWords } from './canary/failed-with-words.ts';
import { fileBesideTextLost } from './canary/file-beside-text-lost.ts';
import { fileOnlyDropped } from './canary/file-only-dropped.ts';
import { historyDoubled } from './canary/history-doubled.ts';
import { issuedInVain } from './canary/issued-in-vain.ts';
import { lostOnRestart } from './canary/lost-on-restart.ts';
import { lostUpdate } from './canary/lost-update.ts';
import { memoryOfOneThing } from './canary/memory-of-one-thing.ts';
import { memoryOfSession } from './canary/memory-of-session.ts';
import { mismatchAccepted } from './canary/mismatch-accepted.ts';
import { namelessShared } from './canary/nameless-shared.ts';
import { noCanaryMode } from './canary/no-canary-mode.ts';
import { oldFileReplayed } from './canary/old-file-replayed.ts';
import { oneStoreForAll } from './canary/one-store-for-all.ts';
import { oneTurnDeep } from './canary/one-turn-deep.ts';
import { ownRepliesForgotten } from './canary/own-replies-forgotten.ts';
import { placeholder } from './canary/placeholder.ts';
import { resumedAnew } from './canary/resumed-anew.ts';
import { secondTurnHangs } from './canary/second-turn-hangs.ts';
import { storeByTask } from './canary/store-by-task.ts';
import { storeOfTheProcess } from './canary/store-of-the-process.ts';

/** Every known regression that the cases of this suite must find: each a broken sibling of the canary runtime. */
export const FAULTS: readonly Fault[] = [
  storeByTask,
  oneStoreForAll,
  storeOfTheProcess,
  lostOnRestart,
  oneTurnDeep,
  ownRepliesForgotten,
  cutAt24,
  fileOnlyDropped,
  fileBesideTextLost,
  captionLost,
  oldFileReplayed,
  memoryOfSession,
  memoryOfOneThing,
  cancelledComesBack,
  cancelledBlocks,
  lostUpdate,
  canned,
  noCanaryMode,
  placeholder,
  answerLeftOut,
  failedWithWords,
  mismatchAccepted,
  resumedAnew,
  droppedAbandoned,
  historyDoubled,
  correctionDropped,
  issuedInVain,
  namelessShared,
  secondTurnHangs,
];
