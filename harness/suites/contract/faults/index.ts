import type { Fault } from '../../../faults/fault.ts';
import { acknowledgesAs202 } from './platform/poll-acknowledged-202.ts';

/** Every known regression that the cases of this suite must find. */
export const FAULTS: readonly Fault[] = [
  // A.5 Poll delivery.
  acknowledgesAs202,
];
