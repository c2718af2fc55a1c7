import type { Observed, TrialRecord } from './record.ts';

type Held = Extract<Observed, { readonly trials: unknown }>;

/** What is known of the runtime: what answered, and what it is held to. */
export function runtimeTable({ met, terms }: Pick<Held, 'met' | 'terms'>): string {
  const { endpoint, cardPath = 'none found', line, version, claims } = met;
  return [
    '| the runtime | |\n| --- | --- |',
    `| messages | ${endpoint} |`,
    `| card | ${cardPath} |`,
    `| line | ${line}${version === undefined ? '' : `, its card says ${version}`} |`,
    `| sessions | ${terms.session}, one for each ${terms.scope} |`,
    `| claims | ${claims.join(', ') || 'nothing'} |`,
  ].join('\n');
}

/** How long each turn took over all trials, where there were several. */
export function timesTable(trials: readonly TrialRecord[]): readonly string[] {
  if (trials.length < 2) return [];
  const times = new Map<string, number[]>();
  for (const record of trials.flat()) {
    if (record.kind === 'turn')
      times.set(record.label, [...(times.get(record.label) ?? []), record.durationMs]);
  }
  const rows = [...times].map(
    ([label, each]) => `| ${label} | ${each.length} | ${part(each, 0.5)} ms | ${part(each, 0.95)} ms |`,
  );
  return [['| turn | times | p50 | p95 |\n| --- | --: | --: | --: |', ...rows].join('\n')];
}

/** The nearest rank, so that it is a time that was measured. */
function part(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
