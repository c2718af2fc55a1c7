import type { Place } from '../support/verdict.ts';
import type { Wiring } from './gate-steps.ts';

/** Where wiring is faulty, and what to do. */
export interface WiringFinding {
  readonly rule: string;
  readonly place: Place;
  readonly message: string;
  readonly fix: string;
}

/** One kind of fault by which a gate gates nothing. */
export interface WiringRule {
  readonly id: string;
  readonly says: string;
  readonly find: (wiring: Wiring) => readonly Omit<WiringFinding, 'rule'>[];
}
