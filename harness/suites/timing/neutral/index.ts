import type { Neutral } from '../../../faults/fault.ts';
import { givenUpLater } from './services/given-up-later.ts';

/** Worlds that are different and conform: every case of this suite must stay green in them. */
export const NEUTRAL: readonly Neutral[] = [givenUpLater];
