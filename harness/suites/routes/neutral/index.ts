import type { Neutral } from '../../../faults/fault.ts';
import { forwardedEscaped } from '../../corpus/neutral/services/forwarded-escaped.ts';
import { forwardedNumbersOtherwise } from '../../corpus/neutral/services/forwarded-numbers-otherwise.ts';
import { rowsThroughJsonb } from '../../corpus/neutral/services/rows-through-jsonb.ts';
import { forwardedSpaced } from './services/forwarded-spaced.ts';
import { idsInCapitals } from './services/ids-in-capitals.ts';

/** Worlds that are different and conform: every case of this suite must stay green in them. */
export const NEUTRAL: readonly Neutral[] = [
  // What A.4 lets a platform make of a request.
  forwardedSpaced,
  idsInCapitals,
  { ...forwardedEscaped, id: 'N-routes-forwarded-escaped' },
  { ...forwardedNumbersOtherwise, id: 'N-routes-numbers-otherwise' },

  // How it keeps what an agent is to fetch (A.5).
  { ...rowsThroughJsonb, id: 'N-routes-rows-through-jsonb' },
];
