import type { GateAnswer, RuleAnswer } from './answer.ts';
import type { RunEvidence } from './evidence/evidence.ts';
import type { Policy } from './policy/policy.ts';

type Told = Pick<GateAnswer, 'verdict' | 'runs' | 'digests'>;

/** Why the answer is what it is, in one sentence. */
export function whyOf({ verdict, runs, digests }: Told): string {
  const rules = runs.flatMap(rulesOf);
  if (verdict === 'PROMOTE')
    return `all ${rules.length} rules hold for ${runs.map(inWords).join(', ')}, which judged ${digests.join(', ')}.`;
  const off = rules.filter(({ held }) => !held);
  const [first, ...more] = off;
  if (!first) return 'no run was given, so nothing is known.';
  const others = more.length === 0 ? '' : ` (and ${more.map(({ id }) => id).join(', ')})`;
  return `${off.length} of ${rules.length} rules are broken: ${first.evidence} [${first.id}]${others}.`;
}

function inWords({ runId, judged, policy, notApplicable }: Told['runs'][number]): string {
  return `${runId} (${judged} judged, ${policy} recorded only, ${notApplicable} not applicable)`;
}

/** What would have to change for the other verdict: all of it to promote, any of it to hold. */
export function changesOf(told: Told, policy: Policy, runs: readonly RunEvidence[]): readonly string[] {
  if (told.verdict === 'HOLD')
    return told.runs.flatMap((run) =>
      rulesOf(run)
        .filter(({ held }) => !held)
        .map(({ id, change }) => `${id}: ${change}`),
    );
  const deciding = runs.filter(({ report }) => told.runs.some(({ runId }) => runId === report.runId));
  return [
    ...deciding.flatMap(({ report }) => [
      `fresh: it is too old from ${later(report.endedAt, policy.maximumAgeHours * HOUR_MS)} on`,
      ...(policy.proof === 'required' && report.proof.at !== undefined
        ? [
            `proof-age: its proof is too old from ${later(report.proof.at, policy.maximumProofAgeDays * 24 * HOUR_MS)} on`,
          ]
        : []),
    ]),
    ...policy.waivers.map((each) => `waivers: that of ${each.case} ends after ${each.expires}`),
    'later-red: any later run of the same digests that does not pass',
  ];
}

const HOUR_MS = 3_600_000;

function later(from: string, ms: number): string {
  return new Date(Date.parse(from) + ms).toISOString();
}

function rulesOf({ branches }: Told['runs'][number]): readonly RuleAnswer[] {
  return branches.flatMap(({ rules }) => rules);
}
