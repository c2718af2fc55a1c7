import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { SuiteName } from '../../config/suites.ts';
import { checkArchitecture, checkEnums, loadEnumSettings } from '../../drift/index.ts';
import { ARCHITECTURE_RULES, ENUM_SETTINGS, planArchitecture } from '../../playwright/plan-drift.ts';
import { AssayError } from '../../support/errors.ts';
import { inProject } from '../../support/paths.ts';
import type { ProveJob } from '../job.ts';
import type { BrokenResult } from '../proof.ts';

/** Trees that are worth nothing: what every file of ours becomes in them, or nothing at all. */
const TREES: Readonly<Record<string, Buffer | undefined>> = {
  'empty-tree': undefined,
  'garbage-tree': Buffer.from(')]}> this is ;; no ((( language %% at all {{{\n'.repeat(5)),
  'unreadable-tree': Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x00, 0x80]),
};

/** Holds the static suites against worthless trees: no check may pass there. */
export async function proveBrokenTrees({
  driftSuites,
  broken,
  display,
}: ProveJob): Promise<readonly BrokenResult[]> {
  if (broken.length === 0 || driftSuites.length === 0) return [];
  const results: BrokenResult[] = [];
  for (const [kind, content] of Object.entries(TREES)) {
    const judged = await judgeTree(driftSuites, content);
    const vacuous = judged.filter(({ passed }) => passed).map(({ id }) => id);
    results.push({ kind, executed: judged.length, unjudged: 0, vacuous, allowed: [] });
    display.note(`${kind}: ${vacuous.length} vacuous of ${judged.length}`);
  }
  return results;
}

interface Judged {
  readonly id: string;
  readonly passed: boolean;
}

async function judgeTree(
  suites: readonly SuiteName[],
  content: Buffer | undefined,
): Promise<readonly Judged[]> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-drift-'));
  try {
    if (content) await fill(folder, content);
    const enums = suites.includes('drift-enum') ? [await judgeEnums(join(folder, 'compose/platform'))] : [];
    return [...enums, ...(suites.includes('drift-architecture') ? await judgeRules(folder) : [])];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function judgeEnums(root: string): Promise<Judged> {
  const settings = loadEnumSettings(inProject(ENUM_SETTINGS));
  const passed = await isGreen(async () => (await checkEnums({ ...settings, root })).verdict === 'passed');
  return { id: `drift-enum/${settings.name}`, passed };
}

async function judgeRules(root: string): Promise<readonly Judged[]> {
  const { rules, verdict } = await checkArchitecture(inProject(ARCHITECTURE_RULES), root);
  const green = new Set(
    rules.filter((rule) => rule.verdict === 'passed').map(({ id }) => `drift-architecture/${id}`),
  );
  const { cases } = await planArchitecture(inProject(ARCHITECTURE_RULES));
  return cases.map(({ id }) => ({ id, passed: green.has(id) && verdict === 'passed' }));
}

/** A refusal in words is as red as a finding. */
async function isGreen(check: () => Promise<boolean>): Promise<boolean> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof AssayError) return false;
    throw error;
  }
}

async function fill(folder: string, content: Buffer): Promise<void> {
  for (const top of ['harness/support', 'compose/platform', 'specs/corpus']) {
    for (const name of await readdir(inProject(top), { recursive: true })) {
      if (!/\.(ts|sql)$/.test(name)) continue;
      const file = join(folder, top, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  }
}
