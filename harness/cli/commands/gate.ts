import { resolve } from 'node:path';
import { Command } from 'commander';
import type { GateAnswer } from '../../gate/answer.ts';
import { changesBetween } from '../../gate/compare.ts';
import { explainRule, ruleNamed } from '../../gate/explain.ts';
import { judge } from '../../gate/judge.ts';
import { renderAnswerMarkdown } from '../../gate/markdown.ts';
import { renderAnswer } from '../../gate/text.ts';
import { addPromotion } from '../../history/store.ts';
import { printable, printableJson } from '../../report/printable.ts';
import { EXIT, UsageError } from '../../support/errors.ts';
import { attestAnswer, mustHaveBoth } from '../gate-attestation.ts';
import { caseOf, type GateFlags, listed, policiesOf } from '../gate-job.ts';
import type { Finish, Shell } from '../shell.ts';

/** `assay gate`: PROMOTE (0) or HOLD (1), explained; 2 where a report, policy, key or history cannot be read. */
export function gateCommand(shell: Shell, finish: Finish): Command {
  return new Command('gate')
    .description('say PROMOTE (exit 0) or HOLD (exit 1) of runs, and why; exit 2 when that cannot be judged')
    .argument('[run...]', 'run directories, or reports')
    .option(
      '--policy <file>',
      'what a promotion demands; given again, a layer above: the organisation’s first',
      listed,
    )
    .option('--digest <digest>', 'what will be promoted, as image@sha256:…; once for each', listed)
    .option('--history <folder>', 'what was judged and promoted before; a PROMOTE is noted there')
    .option('--explain <rule>', 'tell one rule: what it says, what the policy says, what it came to')
    .option('--dry-run', 'also tell what the last --policy changes, and note nothing in the history')
    .option('--attestation <file>', 'write the decision there, signed, as a verification summary of SLSA')
    .option('--sign-key <key>', 'private key for that, as a PEM file or env:NAME')
    .option('--json', 'print one JSON document on stdout')
    .option('--markdown', 'print Markdown, as for the summary of a CI step')
    .action(async (places: string[], flags: GateFlags) => {
      if (flags.explain !== undefined) ruleNamed(flags.explain);
      const signing = await mustHaveBoth(shell, flags);
      const { policy, below } = await policiesOf(shell, flags);
      if (places.length === 0) return finish(withoutRun(shell, flags, policy));
      const asked = await caseOf(shell, places, flags, policy);
      const answer = judge(asked, policy);
      // What is to be remembered of an answer is written down before anybody can act upon it.
      if (signing && !flags.dryRun) attestAnswer(signing, answer, asked.all);
      if (answer.verdict === 'PROMOTE' && !flags.dryRun) await note(shell, answer, flags);
      shell.out(told(shell, answer, flags, policy));
      if (flags.dryRun) shell.err(dryRun(judge(asked, below), answer));
      finish(answer.verdict === 'PROMOTE' ? EXIT.ok : EXIT.failed);
    });
}

type AnyPolicy = Parameters<typeof judge>[1];

function withoutRun(shell: Shell, { explain }: GateFlags, policy: AnyPolicy) {
  if (explain === undefined)
    throw new UsageError({
      code: 'NO_RUN_NAMED',
      message: 'No run was named, and nothing is promoted on nothing.',
      fix: 'Name run directories or reports: npx assay gate assay-report.',
    });
  shell.out(printable(explainRule(explain, policy)));
  return EXIT.ok;
}

function told(shell: Shell, answer: GateAnswer, flags: GateFlags, policy: AnyPolicy): string {
  if (flags.json) return `${printableJson(answer)}\n`;
  if (flags.markdown) return renderAnswerMarkdown(answer);
  if (flags.explain !== undefined) return printable(explainRule(flags.explain, policy, answer));
  return renderAnswer(answer, shell.outTerminal.color);
}

function dryRun(before: GateAnswer, after: GateAnswer): string {
  const changes = changesBetween(before, after);
  const lines = changes.length === 0 ? ['nothing'] : changes;
  return printable(
    `dry run, nothing is noted; what the last policy changes:\n${lines.map((line) => `  ${line}`).join('\n')}\n`,
  );
}

async function note(
  shell: Shell,
  { runs, digests, policy, at }: GateAnswer,
  { history }: GateFlags,
): Promise<void> {
  if (history === undefined) return;
  for (const { runId } of runs)
    await addPromotion(resolve(shell.cwd, history), { formatVersion: 1, runId, digests, policy, at });
}
