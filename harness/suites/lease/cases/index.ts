import type { LeaseCase } from '../lease-case.ts';
import { AVAILABILITY } from './availability.ts';
import { GRANT } from './grant.ts';
import { HAND_OVER } from './hand-over.ts';
import { MUTUAL_EXCLUSION } from './mutual-exclusion.ts';
import { SESSION } from './session.ts';
import { TOKEN } from './token.ts';

/** Every case of this suite, clause by clause. */
export const CASES: readonly LeaseCase[] = [
  ...AVAILABILITY,
  ...GRANT,
  ...HAND_OVER,
  ...MUTUAL_EXCLUSION,
  ...TOKEN,
  ...SESSION,
];
