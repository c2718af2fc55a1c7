import type { Fault } from '../../../faults/fault.ts';
import { beatUnheard } from './platform/beat-unheard.ts';
import { beatsOfAnybody } from './platform/beats-of-anybody.ts';
import { cutBodyUnconfirmed } from './platform/cut-body-unconfirmed.ts';
import { deadlineEndsCall } from './platform/deadline-ends-call.ts';
import { idleMinute } from './platform/idle-minute.ts';
import { overrideBelowOne } from './platform/override-below-one.ts';
import { overrideIgnored } from './platform/override-ignored.ts';
import { overrideKept } from './platform/override-kept.ts';
import { overrideLost } from './platform/override-lost-to-capabilities.ts';
import { silenceEndsPause } from './platform/silence-ends-pause.ts';
import { silenceExternalOffline } from './platform/silence-external-offline.ts';
import { silenceImpatient } from './platform/silence-impatient.ts';
import { silenceManagedAwaited } from './platform/silence-managed-awaited.ts';
import { silenceUnnoticed } from './platform/silence-unnoticed.ts';
import { startLimitNone } from './platform/start-limit-none.ts';
import { startLimitOfNobody } from './platform/start-limit-of-nobody.ts';
import { startLimitOne } from './platform/start-limit-one.ts';
import { taskNeverRetried } from './platform/task-never-retried.ts';
import { taskRetriedAlways } from './platform/task-retried-always.ts';
import { taskRetriedEarly } from './platform/task-retried-early.ts';

/** Every known regression that the cases of this suite must find. */
export const FAULTS: readonly Fault[] = [
  // A.7, A.8: when a call ends.
  idleMinute,
  beatUnheard,
  beatsOfAnybody,
  overrideIgnored,
  overrideKept,
  overrideLost,
  overrideBelowOne,
  cutBodyUnconfirmed,
  deadlineEndsCall,

  // E.3, F.5: what is silent, and what is late.
  startLimitOne,
  startLimitNone,
  startLimitOfNobody,
  silenceExternalOffline,
  silenceManagedAwaited,
  silenceUnnoticed,
  silenceEndsPause,
  silenceImpatient,

  // C.5: a task that nobody got.
  taskNeverRetried,
  taskRetriedEarly,
  taskRetriedAlways,
];
