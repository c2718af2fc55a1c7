import type { Neutral } from '../../../faults/fault.ts';
import { asMessage } from './services/as-message.ts';
import { historyOnly } from './services/history-only.ts';
import { inStatus } from './services/in-status.ts';
import { inTokens } from './services/in-tokens.ts';
import { oneAtATime } from './services/one-at-a-time.ts';
import { otherCardPath } from './services/other-card-path.ts';
import { polled } from './services/polled.ts';
import { shouts } from './services/shouts.ts';
import { slow } from './services/slow.ts';
import { speaks1 } from './services/speaks-1.ts';
import { wrapped } from './services/wrapped.ts';

/** Runtimes that are different and conform: every canary has to stay green with them. */
export const NEUTRAL: readonly Neutral[] = [
  // The shape of a reply.
  asMessage,
  inTokens,
  polled,
  historyOnly,
  inStatus,
  wrapped,
  shouts,

  // The runtime that it comes from.
  slow,
  otherCardPath,
  speaks1,
  oneAtATime,
];
