import type { Rule } from '../rule.ts';
import { agreement } from './agreement.ts';
import { bake } from './bake.ts';
import { baseline } from './baseline.ts';
import { clock } from './clock.ts';
import { corpus } from './corpus.ts';
import { digests } from './digests.ts';
import { distinct } from './distinct.ts';
import { failed } from './failed.ts';
import { files } from './files.ts';
import { finished } from './finished.ts';
import { flaky } from './flaky.ts';
import { fresh } from './fresh.ts';
import { harness } from './harness.ts';
import { judged } from './judged.ts';
import { laterRed } from './later-red.ts';
import { log } from './log.ts';
import { mutant } from './mutant.ts';
import { notApplicable } from './not-applicable.ts';
import { once } from './once.ts';
import { planned } from './planned.ts';
import { policyCases } from './policy-cases.ts';
import { proof } from './proof.ts';
import { proofAge } from './proof-age.ts';
import { proofFigures } from './proof-figures.ts';
import { removed } from './removed.ts';
import { revision } from './revision.ts';
import { seal } from './seal.ts';
import { signers } from './signers.ts';
import { subject } from './subject.ts';
import { suites } from './suites.ts';
import { tally } from './tally.ts';
import { unknown } from './unknown.ts';
import { verdict } from './verdict.ts';
import { waivers } from './waivers.ts';
import { whole } from './whole.ts';

/** A branch of the tree that explains an answer. */
export interface RuleGroup {
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** Every rule of the gate, in the order in which an answer tells them: what broke first, what vouches for it last. */
export const RULE_GROUPS: readonly RuleGroup[] = [
  { title: 'what was found', rules: [failed, unknown, finished, baseline, waivers, flaky, laterRed] },
  {
    title: 'how much was looked at',
    rules: [whole, suites, planned, judged, notApplicable, policyCases, removed],
  },
  {
    title: 'what was judged',
    rules: [digests, subject, revision, mutant],
  },
  { title: 'whether it still counts', rules: [fresh, clock, once, bake] },
  { title: 'who judged', rules: [harness, corpus, proof, proofFigures, proofAge] },
  {
    title: 'whether the record can be trusted',
    rules: [log, seal, agreement, files, tally, verdict, distinct, signers],
  },
];

/** What tells whether a run is what somebody has signed, whatever it has found. */
export const RECORD_RULES: readonly RuleGroup[] = [
  { title: 'what was judged', rules: [digests] },
  {
    title: 'whether the record can be trusted',
    rules: [signers, log, seal, agreement, files, tally, verdict],
  },
];

export const RULES: readonly Rule[] = RULE_GROUPS.flatMap(({ rules }) => rules);
