import type { Neutral } from '../../../faults/fault.ts';
import { repliesLate } from './services/replies-late.ts';

/** Worlds that are different and conform: every case of this suite must stay green in them. */
export const NEUTRAL: readonly Neutral[] = [
  // What the platform is free to choose.
  repliesLate,
];
