import type { BrokenKind } from '../faults/broken/index.ts';

/** A case that may pass against a broken subject, and why that does not make it vacuous. */
export interface Allowed {
  readonly case: string;
  readonly kind: BrokenKind;
  readonly reason: string;
}

/** None is needed: a refusal counts only with its cause and with the bytes in the runtime's inbox. */
export const ALLOWED: readonly Allowed[] = [];
