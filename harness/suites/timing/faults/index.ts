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
];
