import { createHash } from 'node:crypto';
import type { RunStarted } from '../../report/event.ts';
import { UsageError } from '../../support/errors.ts';
import type { GivenShard } from './given-shard.ts';
import { runWords } from './run-words.ts';

/**
 * Throws `UsageError` where shards are not of one run: two that were begun otherwise, by other sources, or that judged
 * something else, each with the two values.
 */
export function mustAgree(shards: readonly GivenShard[]): void {
  const [first, ...others] = shards;
  for (const other of others) {
    const differences = first ? differencesOf(first, other) : [];
    if (first && differences.length > 0) throw disagreement(first, other, differences);
  }
}

interface Difference {
  readonly what: string;
  readonly here: string;
  readonly there: string;
}

function differencesOf(a: GivenShard, b: GivenShard): readonly Difference[] {
  const facts = FACTS.map(([what, of]) => ({ what, here: of(a.log.started), there: of(b.log.started) }));
  return [...facts, ...versionsOf(a, b), ...scopesOf(a, b), ...judgedBy(a, b)].filter(
    ({ here, there }) => here !== there,
  );
}

const FACTS: readonly (readonly [what: string, of: (started: RunStarted) => string])[] = [
  ['seed', ({ seed }) => String(seed)],
  ['command line', ({ argv }) => runWords(argv).join(' ')],
  ['subject', ({ subject: { name, kind, revision } }) => `${name} (${kind}, ${revision})`],
  ['revision', ({ revision }) => revision],
  ['mode', ({ mode }) => mode],
  ['mutant', ({ mutant }) => mutant ?? 'none'],
  ['commit', ({ provenance }) => commitWords(provenance?.harness)],
  ['sources of Assay', ({ provenance }) => provenance?.harness.sources ?? 'unknown'],
  ['corpus', ({ provenance }) => provenance?.corpus.digest ?? 'unknown'],
  ['baseline', ({ baseline }) => (baseline ? `sha256:${digestOf(baseline)}` : 'none')],
];

function commitWords(harness: NonNullable<RunStarted['provenance']>['harness'] | undefined): string {
  return `${harness?.commit ?? 'unknown'}${harness?.dirty ? ' with changes' : ''}`;
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
}

function versionsOf(a: GivenShard, b: GivenShard): readonly Difference[] {
  const [here, there] = [a.log.started.versions, b.log.started.versions];
  return Object.keys({ ...here, ...there }).map((name) => ({
    what: `version of ${name}`,
    here: here[name] ?? 'none',
    there: there[name] ?? 'none',
  }));
}

/** How much there was to choose from, and by which words it was narrowed beside the shard. */
function scopesOf(a: GivenShard, b: GivenShard): readonly Difference[] {
  const wordsOf = ({ planned: { scope } }: GivenShard) =>
    `${scope.ofCases} of ${scope.suites} of ${scope.ofSuites} suites`;
  return [{ what: 'cases to deal out', here: wordsOf(a), there: wordsOf(b) }];
}

/** What was judged, where both had a world to see it in. */
function judgedBy(a: GivenShard, b: GivenShard): readonly Difference[] {
  const [here, there] = [digestsUnderTest(a), digestsUnderTest(b)];
  const both = [...here.keys()].filter((name) => there.has(name));
  return both.map((name) => ({
    what: `digest of ${name}`,
    here: here.get(name) ?? '',
    there: there.get(name) ?? '',
  }));
}

function digestsUnderTest({ log }: GivenShard): ReadonlyMap<string, string> {
  return new Map(
    log.worlds.flatMap(({ digests = {}, underTest = [] }) =>
      underTest.flatMap((name) => (digests[name] === undefined ? [] : [[name, digests[name]] as const])),
    ),
  );
}

function disagreement(a: GivenShard, b: GivenShard, differences: readonly Difference[]): UsageError {
  return new UsageError({
    code: 'SHARDS_DISAGREE',
    message: `${b.name} is not of the run that ${a.name} is of.`,
    details: differences.map(
      ({ what, here, there }) => `${what}: ${here} in ${a.name}, ${there} in ${b.name}`,
    ),
    fix: 'Begin every shard with the same words on the same commit, also with the same --seed: one that nobody gives is another each time.',
  });
}
