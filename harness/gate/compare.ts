import type { GateAnswer } from './answer.ts';

/** What another policy changes about the same evidence, a line each. */
export function changesBetween(before: GateAnswer, after: GateAnswer): readonly string[] {
  const known = new Map(outcomesOf(before));
  const rules = outcomesOf(after).flatMap(([key, outcome]) => {
    const old = known.get(key);
    return old?.held === outcome.held
      ? []
      : [`${key}: ${wordOf(old)} -> ${wordOf(outcome)}, ${outcome.evidence}`];
  });
  const verdict = before.verdict === after.verdict ? [] : [`verdict: ${before.verdict} -> ${after.verdict}`];
  return [...verdict, ...rules];
}

function outcomesOf({ runs }: GateAnswer) {
  return runs.flatMap(({ runId, branches }) =>
    branches.flatMap(({ rules }) => rules.map((rule) => [`${runId} ${rule.id}`, rule] as const)),
  );
}

function wordOf(outcome: { readonly held: boolean } | undefined): string {
  return outcome === undefined ? 'not asked' : outcome.held ? 'held' : 'broken';
}
