import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { type Entry, type RuntimeId, SHELVES } from '../../corpus/entry.ts';
import { type Corpus, expectationFor, loadCorpus } from '../../corpus/index.ts';
import { resolveKills } from '../../faults/resolve.ts';
import { CATALOGUE } from '../../suites/corpus/faults/index.ts';
import { EXIT, UsageError } from '../../support/errors.ts';
import { didYouMean } from '../../support/nearest.ts';
import { inProject } from '../../support/paths.ts';
import { clauseIds, clauseText } from '../clauses.ts';
import type { Finish, Shell } from '../shell.ts';

/** `assay explain`: what a case replays, expects and is proven by, or what a clause says. */
export function explainCommand(shell: Shell, finish: Finish): Command {
  return new Command('explain')
    .description('explain a case (corpus/<entry>@<runtime>, or <entry>) or a clause (A.4)')
    .argument('<case-or-clause>')
    .action(async (name: string) => {
      const contract = await readFile(inProject('specs/contract.md'), 'utf8');
      const clause = clauseText(contract, name);
      if (clause !== undefined) shell.out(`${clause}\n`);
      else shell.out(await explainCase(name, contract));
      finish(EXIT.ok);
    });
}

async function explainCase(name: string, contract: string): Promise<string> {
  const corpus = await loadCorpus(inProject('corpus'));
  const [id = '', runtime] = name.replace(/^corpus\//, '').split('@');
  const entry = corpus.entries.find((candidate) => candidate.id === id);
  if (!entry || (runtime !== undefined && !entry.runtimes.includes(runtime as RuntimeId))) {
    throw unknownName(name, corpus, contract);
  }
  const runtimes = entry.runtimes.filter((candidate) => runtime === undefined || candidate === runtime);
  return [
    `${entry.id}: ${entry.title}`,
    '',
    `  family   ${entry.family}, shelf ${entry.shelf}, route ${entry.route}, since ${entry.since}`,
    `  why      ${entry.why.trim().replaceAll(/\s+/g, ' ')}`,
    `  source   ${entry.source}`,
    `  sidecar  ${entry.file}`,
    ...runtimes.flatMap((each) => expectations(entry, each)),
    ...(await killers(entry, corpus)),
    '',
    clauseText(contract, entry.clause) ?? `Clause ${entry.clause}`,
    '',
    `Run it: npx assay run corpus -g '^corpus/${entry.id}@'`,
    '',
  ].join('\n');
}

function expectations(entry: Entry, runtime: RuntimeId): readonly string[] {
  return entry.revisions.map((revision) => {
    const expected = entry.steps.map((step) => JSON.stringify(expectationFor(step, runtime, revision)));
    return `  expects  @${runtime} ${revision}: ${expected.join(' then ')}`;
  });
}

async function killers(entry: Entry, corpus: Corpus): Promise<readonly string[]> {
  const services = CATALOGUE.filter((mutant) => mutant.kind === 'service');
  const ours = services.filter((mutant) =>
    resolveKills(mutant, corpus.entries).some(({ caseId }) => caseId.startsWith(`corpus/${entry.id}@`)),
  );
  return ours.map(({ id, title }) => `  killed by ${id}: ${title}`);
}

function unknownName(name: string, corpus: Corpus, contract: string): UsageError {
  const known = [...corpus.entries.map(({ id }) => id), ...clauseIds(contract)];
  const [bare = ''] = name.replace(/^corpus\//, '').split('@');
  return new UsageError({
    code: 'UNKNOWN_NAME',
    message: `"${name}" is neither a case nor a clause.`,
    details: [
      `${corpus.entries.length} entries on the shelves ${SHELVES.join(', ')}; clauses ${clauseIds(contract).join(' ')}`,
    ],
    fix: didYouMean(bare, known).slice(0, 200),
  });
}
