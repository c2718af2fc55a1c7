import type { OwnService } from '../../environment/index.ts';
import { answersTo, resolveKills } from '../../faults/resolve.ts';
import type { SuiteFacts } from '../../suites/tables.ts';
import { ASSAY } from '../../support/command.ts';
import { UsageError } from '../../support/errors.ts';
import { didYouMean } from '../../support/nearest.ts';
import { projectRoot } from '../../support/paths.ts';
import type { Started, Step } from './draft.ts';
import { withMember } from './list.ts';
import { checkName, identifierOf } from './name.ts';
import { PAGES } from './pages.ts';
import { factsOfSuite, refuseTakenId } from './planted.ts';
import { seamFor } from './seams.ts';
import { fileNow, fillTemplate } from './template.ts';
import { writeDraft } from './write.ts';

/** Where a fault goes, and what it is about. */
export interface FaultFlags {
  readonly suite: string;
  readonly kills?: readonly string[];
  readonly seam?: string;
  readonly in?: string;
}

/** Where faults of a service lie that nobody has put elsewhere, and how their ids begin. */
const HOMES: Readonly<Record<OwnService, { readonly folder: string; readonly prefix: string }>> = {
  platform: { folder: 'platform', prefix: 'P' },
  'echo-runtime': { folder: 'runtimes', prefix: 'R' },
  'cp-simulator': { folder: 'control-plane', prefix: 'C' },
  'canary-runtime': { folder: 'canary', prefix: 'K' },
  desktop: { folder: 'desktop', prefix: 'D' },
};

/** Starts a fault of a service. As it stands nothing changes at its seam, so it survives every proof. */
export async function newFault(
  name: string,
  { suite, kills, seam, in: folder }: FaultFlags,
): Promise<Started> {
  checkName('fault', name);
  if (folder !== undefined) checkName('folder', folder);
  const facts = await factsOfSuite(suite);
  const place = await seamFor(seam, facts.proof.faults);
  const home = HOMES[place.service];
  const id = `${home.prefix}-${name}`;
  await refuseTakenId(id);
  const identifier = identifierOf(name);
  const from = `./${folder ?? home.folder}/${name}.ts`;
  const cases = casesToKill(facts, kills);
  const faults = `harness/suites/${suite}/faults`;
  const lies = `${faults}/${folder ?? home.folder}`;
  const blanks = {
    ...{ name, identifier, id },
    ...place,
    cases: cases.map((each) => `'${each}'`).join(', '),
  };
  const draft = {
    made: await fillTemplate('fault', lies, blanks),
    changed: [withMember(await fileNow(`${faults}/index.ts`), { identifier, from })],
  };
  await writeDraft(projectRoot, draft);
  return { draft, next: stepsFor(suite, id, cases, `${lies}/${name}.ts`) };
}

/** The named cases; without a name one that no fault kills yet, or else the first. */
function casesToKill(
  { suite, plan, proof }: SuiteFacts,
  wanted: readonly string[] | undefined,
): readonly string[] {
  const ids = [...plan.cases, ...plan.excluded].map(({ id }) => id);
  const unknown = wanted?.find((name) => !ids.some((id) => answersTo(id, name)));
  if (unknown !== undefined) {
    throw new UsageError({
      code: 'UNKNOWN_CASE',
      message: `The suite ${suite.name} has no case "${unknown}" that could die of the fault.`,
      fix: didYouMean(unknown, [...new Set(ids.map(nameOf))]).slice(0, 200),
    });
  }
  if (wanted) return wanted;
  const inWorlds = proof.faults.filter(({ plant }) => plant.kind !== 'tree');
  const killed = new Set(inWorlds.flatMap((fault) => resolveKills(fault, plan).map(({ caseId }) => caseId)));
  const gated = plan.cases.filter(({ facets }) => facets.expected !== 'policy');
  const chosen = gated.find(({ id }) => !killed.has(id)) ?? gated[0];
  return chosen ? [nameOf(chosen.id)] : [];
}

/** `corpus/v03-text@strict` → `v03-text` */
function nameOf(id: string): string {
  return id.slice(id.indexOf('/') + 1).replace(/@.*$/, '');
}

function stepsFor(suite: string, id: string, cases: readonly string[], file: string): readonly Step[] {
  const bare = cases.map((name) => (name.startsWith(`${suite}/`) ? name.slice(suite.length + 1) : name));
  const names = bare.length === 1 ? bare[0] : `(${bare.join('|')})`;
  return [
    { what: `Fill in ${file}: what goes wrong, and what the cases then say.`, commands: [] },
    {
      what: 'See them red:',
      commands: [`${ASSAY} run ${suite} -g '^${suite}/${names}(@|$)' --mutant ${id}`],
    },
    { what: 'See it killed:', commands: [`${ASSAY} prove ${suite} --mutant ${id}`] },
    PAGES,
  ];
}
