import sheet from './revisions.json' with { type: 'json' };

/** A revision of the contract, or the day of a build between the two. */
export type Revision = 'R1' | 'R3' | `${number}-${number}-${number}`;

/** For every rule of `revisions.json`, whether its later form holds. */
export type Rules = Readonly<Record<keyof typeof sheet.rules, boolean>>;

/** The rules that a build of this revision follows. */
export function rulesOf(revision: Revision): Rules {
  const forms = Object.entries(sheet.rules).map(([id, { day }]) => [id, holdsLater(day, revision)]);
  return Object.freeze(Object.fromEntries(forms) as Rules);
}

/** A rule that changed on an unknown day keeps its earlier form until the last day. */
function holdsLater(day: string | null, revision: Revision): boolean {
  if (revision === 'R1' || revision === 'R3') return revision === 'R3';
  return day !== null && day <= revision;
}

/**
 * Reads a revision out of an environment variable: `R1`, `R3` (also when it is empty) or a day between them, whose two
 * ends are the revisions themselves. Throws with the variable's name and the forms it may have.
 */
export function parseRevision(variable: string, text: string | undefined): Revision {
  const { R1: first, R3: last } = sheet.revisions;
  if (text === 'R1' || text === first) return 'R1';
  if (!text || text === 'R3' || text === last) return 'R3';
  if (isDay(text) && first < text && text < last) return text;
  const forms = `R1, R3 or a day between them, from ${first} (R1) to ${last} (R3), as YYYY-MM-DD`;
  throw new Error(`${variable} is ${text}, and must be ${forms}`);
}

function isDay(text: string): text is `${number}-${number}-${number}` {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
