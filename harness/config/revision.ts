import { type NamedRevision, REVISIONS, type Revision } from '../corpus/entry.ts';
import { REVISION_DAYS } from '../corpus/revisions.ts';
import { UsageError } from '../support/errors.ts';

const { R1: FIRST, R3: LAST } = REVISION_DAYS;

/** How a revision may be written. */
export const REVISION_FORMS = `Use R1 (${FIRST}), R3 (${LAST}) or a day between them, as YYYY-MM-DD.`;

/** Reads a contract revision: `R1`, `R3` or a day from the one to the other. Throws `UsageError`, which names it `as` it was given. */
export function parseRevision(text: string, as = `"${text}"`): Revision {
  const read = readRevision(text);
  if ('revision' in read) return read.revision;
  throw new UsageError({
    code: 'UNKNOWN_REVISION',
    message: `${as} ${read.fault}.`,
    fix: REVISION_FORMS,
  });
}

/** The same for a text that stands somewhere: what is wrong with it comes back as words. */
export function readRevision(text: string): { readonly revision: Revision } | { readonly fault: string } {
  const named = REVISIONS.find((name) => isSpelling(text, name));
  if (named) return { revision: named };
  if (!isDay(text)) return { fault: 'is no revision of the contract' };
  if (text < FIRST) return { fault: `lies before R1 (${FIRST}), the oldest that is known here` };
  if (text > LAST) return { fault: `lies after R3 (${LAST}), the latest that is known here` };
  return { revision: text };
}

function isSpelling(text: string, name: NamedRevision): boolean {
  return text.toUpperCase() === name || text === REVISION_DAYS[name];
}

function isDay(text: string): text is `${number}-${number}-${number}` {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
