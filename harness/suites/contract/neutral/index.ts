import type { Neutral } from '../../../faults/fault.ts';
import { neutralOnTheWireFor } from '../../neutral-on-the-wire.ts';
import { acknowledgedLate } from './services/acknowledged-late.ts';

/** Worlds that are different and conform: every case of this suite must stay green in them. */
export const NEUTRAL: readonly Neutral[] = [
  // What the platform is free to choose.
  acknowledgedLate,

  // How platform and senders put what they say.
  ...neutralOnTheWireFor('contract'),
];
