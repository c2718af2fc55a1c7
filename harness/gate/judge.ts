import { digestsUnderTest } from '../history/entry.ts';
import type { Totals } from '../report/report.ts';
import type { GateAnswer, JudgedRun, RuleAnswer } from './answer.ts';
import { changesOf, whyOf } from './changes.ts';
import { decidingRuns } from './deciding.ts';
import type { Evidence } from './evidence/evidence.ts';
import type { Policy } from './policy/policy.ts';
import type { Rule } from './rule.ts';
import { RULE_GROUPS, type RuleGroup } from './rules/index.ts';

/** What the gate is asked: everything but which run decides. */
export type Case = Omit<Evidence, 'run'>;

/**
 * PROMOTE when every rule holds for the deciding run of everything that was judged, else HOLD. It is pure, and there is
 * no third answer: what cannot be read is thrown before.
 */
export function judge(asked: Case, policy: Policy, groups: readonly RuleGroup[] = RULE_GROUPS): GateAnswer {
  const runs = decidingRuns(asked.all).map((run) => judgeRun({ ...asked, run }, policy, groups));
  const isHeld = runs.length > 0 && runs.every(({ held }) => held);
  const told = {
    verdict: isHeld ? ('PROMOTE' as const) : ('HOLD' as const),
    digests: asked.digests.length > 0 ? asked.digests : runs.flatMap(({ digests }) => digests),
    policy: policy.name,
    at: asked.now,
    runs,
  };
  return { formatVersion: 1, ...told, why: whyOf(told), changes: changesOf(told, policy, asked.all) };
}

function judgeRun(evidence: Evidence, policy: Policy, groups: readonly RuleGroup[]): JudgedRun {
  const { place, report } = evidence.run;
  const branches = groups.map(({ title, rules }) => ({
    title,
    rules: rules.map((rule) => answer(rule, evidence, policy)),
  }));
  return {
    ...{ runId: report.runId, place, subject: report.subject.name },
    digests: digestsUnderTest(report),
    endedAt: report.endedAt,
    ...countsOf(report.totals),
    held: branches.every(({ rules }) => rules.every(({ held }) => held)),
    branches,
  };
}

function countsOf({ passed, failed, baselined, policyAsRecorded, policyChanged, notApplicable }: Totals) {
  return { judged: passed + failed + baselined, policy: policyAsRecorded + policyChanged, notApplicable };
}

function answer({ id, says, evaluate }: Rule, evidence: Evidence, policy: Policy): RuleAnswer {
  const outcome = evaluate(evidence, policy);
  if (outcome.held) return { id, says, ...outcome };
  return { id, says, ...outcome };
}
