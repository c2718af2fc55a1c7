import { resolve } from 'node:path';
import { Command } from 'commander';
import { publicKeyFrom } from '../../attestation/keys.ts';
import type { RuleAnswer } from '../../gate/answer.ts';
import { judge } from '../../gate/judge.ts';
import { BUILT_IN } from '../../gate/policy/layers.ts';
import type { Policy, Signer } from '../../gate/policy/policy.ts';
import { RECORD_RULES } from '../../gate/rules/index.ts';
import { printable, printableJson } from '../../report/printable.ts';
import { EXIT, UsageError } from '../../support/errors.ts';
import { caseOf, listed, policiesOf } from '../gate-job.ts';
import type { Finish, Shell } from '../shell.ts';

interface Flags {
  readonly key?: readonly string[];
  readonly policy?: readonly string[];
  readonly digest?: readonly string[];
  readonly json?: boolean;
}

/** `assay verify`: whether a run is as it was signed, offline: envelope, digests, predicate, log and files. */
export function verifyCommand(shell: Shell, finish: Finish): Command {
  return new Command('verify')
    .description('say whether a run is what was signed (exit 0) or not (exit 1), without any network')
    .argument('<run>', 'run directory')
    .option(
      '--key <key>',
      'public key of somebody who must have signed, as a PEM file or env:NAME; once for each',
      listed,
    )
    .option('--policy <file>', 'policy whose signers must have signed; once for each layer', listed)
    .option('--digest <digest>', 'what must have been judged, as image@sha256:…; once for each', listed)
    .option('--json', 'print one JSON document on stdout')
    .action(async (place: string, flags: Flags) => {
      const policy = await signersOnly(shell, flags);
      const answer = judge(await caseOf(shell, [place], flags, policy), policy, RECORD_RULES);
      const rules = answer.runs.flatMap(({ branches }) => branches.flatMap((branch) => branch.rules));
      const isValid = answer.verdict === 'PROMOTE';
      const verdict = isValid ? 'VALID' : 'INVALID';
      shell.out(
        flags.json ? `${printableJson({ formatVersion: 1, verdict, rules })}\n` : render(verdict, rules),
      );
      finish(isValid ? EXIT.ok : EXIT.failed);
    });
}

async function signersOnly(shell: Shell, flags: Flags): Promise<Policy> {
  const { policy } = await policiesOf(shell, flags);
  const named = await Promise.all((flags.key ?? []).map((key) => signerOf(shell, key)));
  const signers = [...policy.signers, ...named];
  if (signers.length === 0) {
    throw new UsageError({
      code: 'NO_SIGNER_NAMED',
      message: 'Nobody was named who must have signed, so a signature would prove nothing.',
      fix: 'Name a public key with --key, or a policy that has `signers`.',
    });
  }
  return { ...BUILT_IN, name: policy.name, signers };
}

async function signerOf(shell: Shell, key: string): Promise<Signer> {
  const read = await publicKeyFrom(key, shell.env, shell.cwd);
  return {
    name: key.startsWith('env:') ? key : resolve(shell.cwd, key),
    key: String(read.export({ type: 'spki', format: 'pem' })),
  };
}

function render(verdict: string, rules: readonly RuleAnswer[]): string {
  const lines = rules.flatMap(({ id, held, evidence, items = [] }) => [
    `  ${held ? 'ok  ' : 'NOT '} ${id.padEnd(12)} ${evidence}`,
    ...items.slice(0, 5).map((item) => `         ${item}`),
  ]);
  return printable(`${verdict}\n${lines.join('\n')}\n`);
}
