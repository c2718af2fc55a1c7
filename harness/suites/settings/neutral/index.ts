import type { Neutral } from '../../../faults/fault.ts';
import { strangersToldMore } from './services/strangers-told-more.ts';

/** Worlds that are different and conform: every case of this suite must stay green in them. */
export const NEUTRAL: readonly Neutral[] = [strangersToldMore];
