import type { Neutral } from '../../../faults/fault.ts';
import { membersReversed } from './services/members-reversed.ts';

/** Platforms that forward the same in another way. */
export const NEUTRAL: readonly Neutral[] = [membersReversed];
