import type { Entry, RuntimeId } from '../../corpus/entry.ts';
import { expectationFor } from '../../corpus/expectation.ts';

/** Why the entry of a case is there, and what must come of it at each runtime. */
export function explainEntry(entries: readonly Entry[], name: string): readonly string[] {
  const [id, runtime] = name.replace(/^[^/]*\//, '').split('@');
  const entry = entries.find((candidate) => candidate.id === id);
  if (!entry) return [];
  const runtimes = entry.runtimes.filter((each) => runtime === undefined || each === runtime);
  if (runtimes.length === 0) return [];
  return [
    `${entry.id}: ${entry.title}`,
    '',
    `  family   ${entry.family}, shelf ${entry.shelf}, route ${entry.route}, since ${entry.since}`,
    `  why      ${entry.why.trim().replaceAll(/\s+/g, ' ')}`,
    `  source   ${entry.source}`,
    `  sidecar  ${entry.file}`,
    ...runtimes.flatMap((each) => expectations(entry, each)),
  ];
}

function expectations(entry: Entry, runtime: RuntimeId): readonly string[] {
  return entry.revisions.map((revision) => {
    const expected = entry.steps.map((step) => {
      const words = JSON.stringify(expectationFor(step, runtime, revision));
      return step.restart ? `${words} with its agent restarted ${JSON.stringify(step.restart)}` : words;
    });
    return `  expects  @${runtime} ${revision}: ${expected.join(' then ')}`;
  });
}
