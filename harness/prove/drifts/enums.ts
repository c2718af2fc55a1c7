import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  allConstructs,
  type Construct,
  checkEnums,
  copyTree,
  loadEnumSettings,
  placeOfConstruct,
} from '../../drift/index.ts';
import type { MutantResult } from '../../faults/judge.ts';
import { inProject } from '../../support/paths.ts';
import { type Expected, fateOf, unjudged } from './fate.ts';

/** Plants every enum drift: the constructs of the fixtures, and faults in a copy of our own platform. */
export async function proveEnums(): Promise<readonly MutantResult[]> {
  return [...(await proveConstructs(allConstructs())), ...(await proveOwnFaults())];
}

async function proveConstructs(constructs: readonly Construct[]): Promise<readonly MutantResult[]> {
  using tree = copyTree('clean', constructs);
  const judge = () => checkEnums(loadEnumSettings(`${tree.root}/enum.yaml`));
  const results: MutantResult[] = [];
  for (const construct of constructs) {
    const { id, construct: title, file, clean, find, plant } = construct;
    const expected = placeOfConstruct(tree, construct);
    tree.write(
      file,
      clean.replace(find, () => plant),
    );
    const { findings } = await judge();
    tree.write(file, clean);
    results.push(fateOf({ id, title, caseId: 'the fixtures of enum drift' }, expected, findings));
  }
  const { verdict } = await judge();
  return verdict === 'passed' ? results : unjudged(results, 'the clean tree is not clean');
}

interface OwnFault {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly find: string;
  readonly put: string;
  /** Where it must be found, when not at the fault itself. */
  readonly at?: { readonly file: string; readonly text: string };
}

const OWN_FAULTS: readonly OwnFault[] = [
  {
    id: 'own-enum-value-taken-away',
    title: 'a migration no longer adds a value that code writes (M151)',
    file: 'migrations/006_status_awaiting_agent.up.sql',
    find: "ALTER TYPE workspace_status ADD VALUE IF NOT EXISTS 'awaiting_agent';",
    put: '',
    at: { file: 'workspaces/create.ts', text: "? 'awaiting_agent'" },
  },
  {
    id: 'own-enum-value-misspelled',
    title: 'a statement compares with a value that does not exist',
    file: 'workspaces/delete.ts',
    find: "SET status = 'removed'",
    put: "SET status = 'remvoed'",
  },
];

async function proveOwnFaults(): Promise<readonly MutantResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-drift-'));
  try {
    await cp(inProject('compose/platform'), folder, { recursive: true });
    const settings = { ...loadEnumSettings(inProject('specs/drift/enums.yaml')), root: folder };
    const results: MutantResult[] = [];
    for (const fault of OWN_FAULTS)
      results.push(await proveOwnFault(fault, folder, () => checkEnums(settings)));
    const { verdict } = await checkEnums(settings);
    return verdict === 'passed' ? results : unjudged(results, 'the copy of our platform is not clean');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function proveOwnFault(
  { id, title, file, find, put, at }: OwnFault,
  folder: string,
  judge: () => ReturnType<typeof checkEnums>,
): Promise<MutantResult> {
  const path = join(folder, file);
  const before = await readFile(path, 'utf8');
  const place = at ?? { file, text: find };
  const expected = await placeOf(folder, place);
  await writeFile(
    path,
    before.replace(find, () => put),
  );
  const { findings } = await judge();
  await writeFile(path, before);
  return fateOf({ id, title, caseId: 'drift-enum/reference-platform' }, expected, findings);
}

async function placeOf(folder: string, { file, text }: { file: string; text: string }): Promise<Expected> {
  const content = await readFile(join(folder, file), 'utf8');
  const line = content.slice(0, content.indexOf(text)).split('\n').length;
  return { rule: 'enum/undeclared', file, line };
}
