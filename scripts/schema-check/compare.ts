import type { Subject } from './subjects.ts';
import { type Complaint, type Judged, type Judges, VERSIONS, type Version } from './versions.ts';

/** What two schemas came to about one subject. */
export type Relation = 'both-valid' | 'both-invalid' | Difference | 'disagreement';

/** The ways in which our 1.0 schema differs on purpose; see the README beside the schemas. */
export const DIFFERENCES = ['required-by-us', 'unknown-field-allowed', 'snake-case-unread'] as const;
export type Difference = (typeof DIFFERENCES)[number];

/** A subject on which the two schemas differ for no documented reason. */
export interface Disagreement {
  readonly subject: Subject;
  readonly ours: Judged;
  readonly official: Judged;
}

/** How many subjects of one version stand in which relation. */
export type Tally = Readonly<Record<Relation, number>>;

export interface Comparison {
  readonly tallies: Readonly<Record<Version, Tally>>;
  readonly disagreements: readonly Disagreement[];
}

/** Asks both sides about every subject. */
export function compare(subjects: readonly Subject[], ours: Judges, official: Judges): Comparison {
  const tallies = Object.fromEntries(VERSIONS.map((version) => [version, emptyTally()]));
  const disagreements: Disagreement[] = [];
  for (const subject of subjects) {
    const mine = ours[subject.version].judge(subject.definition, subject.document);
    const theirs = official[subject.version].judge(subject.definition, subject.document);
    const relation = relate(subject.version, mine, theirs);
    const tally = tallies[subject.version];
    if (tally) tally[relation] += 1;
    if (relation === 'disagreement') disagreements.push({ subject, ours: mine, official: theirs });
  }
  return { tallies: tallies as Record<Version, Tally>, disagreements };
}

function emptyTally(): Record<Relation, number> {
  return {
    'both-valid': 0,
    'both-invalid': 0,
    'required-by-us': 0,
    'unknown-field-allowed': 0,
    'snake-case-unread': 0,
    disagreement: 0,
  };
}

function relate(version: Version, ours: Judged, official: Judged): Relation {
  if (ours.valid === official.valid) return ours.valid ? 'both-valid' : 'both-invalid';
  if (version !== '1.0') return 'disagreement';
  return (ours.valid ? whyLaxer(official.errors) : whyStricter(ours.errors)) ?? 'disagreement';
}

const PRESENCE = new Set(['required', 'minItems', 'oneOf']);

/** The official 1.0 schema requires nothing, so ours may refuse for absence, and for nothing else. */
function whyStricter(errors: readonly Complaint[]): Difference | undefined {
  return errors.every(({ keyword }) => PRESENCE.has(keyword)) ? 'required-by-us' : undefined;
}

const SNAKE_CASE = /\/[a-z0-9]+_[a-z0-9_]+(\/|$)/;

/** The official 1.0 schema refuses unknown members, and reads members written in snake_case. */
function whyLaxer(errors: readonly Complaint[]): Difference | undefined {
  if (errors.every(({ keyword }) => keyword === 'additionalProperties')) return 'unknown-field-allowed';
  const unread = errors.every(
    ({ keyword, pointer }) => keyword === 'additionalProperties' || SNAKE_CASE.test(pointer),
  );
  return unread ? 'snake-case-unread' : undefined;
}
