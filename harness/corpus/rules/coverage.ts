import { type Census, censusOf } from '../census.ts';
import { type Coverage, readCoverage } from '../documents.ts';
import { FAMILIES, SHELVES } from '../entry.ts';
import type { Corpus } from '../load.ts';
import type { CorpusProblem, Rule } from '../problem.ts';

const FILE = 'coverage.yaml';
const LINES = ['0.2', '0.3', '1.x'] as const;
/** Floors that hold whatever `coverage.yaml` says. */
const FLOOR = { later: 1, perFamily: 1, perLine: 40, policyShare: 0.1 } as const;

/** The corpus has at least what `coverage.yaml` demands, and never less than the floors. */
export async function coverage(corpus: Corpus): Promise<readonly CorpusProblem[]> {
  const read = await readCoverage(corpus.folder);
  if ('problem' in read) return [read.problem];
  const census = censusOf(corpus.entries);
  const least = read.value;
  return [
    ...below('coverage', 'entries', census.total.entries, least.entries),
    ...below('coverage', 'entries delivered later', census.total.later, Math.max(least.later, FLOOR.later)),
    ...FAMILIES.flatMap((family) => belowFamily(family, census, least)),
    ...SHELVES.flatMap((shelf) =>
      below('coverage', `entries on shelf ${shelf}`, census.shelves[shelf].entries, least.shelves[shelf]),
    ),
    ...LINES.flatMap((line) =>
      below(
        'sdk-line',
        `entries reaching line ${line}`,
        census.arriving[line],
        Math.max(least.lines[line], FLOOR.perLine),
      ),
    ),
    ...tooMuchPolicy(census, Math.min(least.policyShare, FLOOR.policyShare)),
  ];
}

function belowFamily(
  family: keyof Coverage['families'],
  census: Census,
  least: Coverage,
): readonly CorpusProblem[] {
  const has = census.families[family];
  return (['entries', 'delivered', 'rejected'] as const).flatMap((what) => {
    const wanted = Math.max(least.families[family][what], FLOOR.perFamily);
    return below(
      'coverage',
      `${what === 'entries' ? 'entries' : `${what} entries`} of family ${family}`,
      has[what],
      wanted,
    );
  });
}

function below(rule: Rule, what: string, has: number, wanted: number): readonly CorpusProblem[] {
  if (has >= wanted) return [];
  const fix = 'Bring back what was taken out, or add entries; lower the minimum only in a change of its own.';
  return [{ file: FILE, rule, message: `${has} ${what}, at least ${wanted} are wanted`, fix }];
}

function tooMuchPolicy({ total }: Census, share: number): readonly CorpusProblem[] {
  if (total.policy <= share * total.entries) return [];
  const message = `${total.policy} of ${total.entries} entries are policy, at most ${share * 100} % may be`;
  return [
    { file: FILE, rule: 'policy-share', message, fix: 'Decide some of them: judge what the contract says.' },
  ];
}
