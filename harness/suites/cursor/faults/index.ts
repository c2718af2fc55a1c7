import type { Fault } from '../../../faults/fault.ts';
import { foreignKnown } from './platform/foreign-known.ts';
import { foreignTold } from './platform/foreign-told.ts';
import { lostIs404 } from './platform/lost-is-404.ts';
import { newestFirst } from './platform/newest-first.ts';
import { rowIncluded } from './platform/row-included.ts';
import { timeAlone } from './platform/time-alone.ts';
import { timeIncluded } from './platform/time-included.ts';
import { unknownStartsOver } from './platform/unknown-starts-over.ts';

/** Every known regression that the cases of this suite must find. */
export const FAULTS: readonly Fault[] = [
  // Where a page begins, and in which order it goes on.
  rowIncluded,
  timeAlone,
  timeIncluded,
  newestFirst,

  // What is made of a cursor that is not there.
  unknownStartsOver,
  foreignKnown,
  foreignTold,
  lostIs404,
];
