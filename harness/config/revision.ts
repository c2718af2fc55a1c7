import type { Revision } from '../corpus/entry.ts';
import { UsageError } from '../support/errors.ts';

const SPELLINGS: Readonly<Record<string, Revision>> = {
  r1: 'R1',
  '2026-04-30': 'R1',
  r3: 'R3',
  '2026-06-06': 'R3',
};

/** Reads a contract revision: `R1`, `R3` or the date it stands for. Throws `UsageError`. */
export function parseRevision(text: string): Revision {
  const revision = SPELLINGS[text.toLowerCase()];
  if (revision) return revision;
  throw new UsageError({
    code: 'UNKNOWN_REVISION',
    message: `"${text}" is no revision of the contract.`,
    fix: 'Use R1 (2026-04-30) or R3 (2026-06-06).',
  });
}
