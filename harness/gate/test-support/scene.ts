import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../report/report.ts';
import type { GateAnswer } from '../answer.ts';
import { type Case, judge } from '../judge.ts';
import type { Policy } from '../policy/policy.ts';
import { RULE_GROUPS } from '../rules/index.ts';
import { caseOver, layRun, policyWith, type SampleRun, sampleFolder } from './sample.ts';

/** What lies before the gate, as it differs from one green run with everything in order. */
export interface Scene {
  readonly sample?: SampleRun;
  /** Runs beside it. */
  readonly beside?: readonly SampleRun[];
  /** Edits the report, and makes the list of files fit again. */
  readonly report?: (report: Report) => Report;
  /** Edits the directory of the run. */
  readonly tamper?: (directory: string) => void;
  /** Gives the report alone, without log and files. */
  readonly alone?: true;
  readonly policy?: Partial<Policy>;
  readonly asked?: Partial<Case>;
}

/** One defect that must hold a promotion back under the id of one rule, and the same scene without it. */
export interface Forgery {
  readonly rule: string;
  readonly what: string;
  readonly forged: Scene;
  readonly repaired: Scene;
}

/** A forgery of what would be promoted without it. */
export function forgery(rule: string, what: string, forged: Scene, repaired: Scene = {}): Forgery {
  return { rule, what, forged: { ...repaired, ...forged }, repaired };
}

/** Puts a scene before the gate; with `without` one of its rules is switched off. */
export async function gateScene(scene: Scene, without?: string): Promise<GateAnswer> {
  using folder = sampleFolder();
  const run = join(folder.path, 'run');
  mkdirSync(run);
  await layRun(run, scene.sample);
  if (scene.report) editReport(run, scene.report);
  scene.tamper?.(run);
  if (scene.alone) rmSync(join(run, 'events.ndjson'));
  const beside = (scene.beside ?? []).map((_, index) => join(folder.path, `beside-${index}`));
  for (const [index, place] of beside.entries()) {
    mkdirSync(place);
    await layRun(place, scene.beside?.[index]);
  }
  const places = [scene.alone ? join(run, 'report.json') : run, ...beside];
  const groups = RULE_GROUPS.map(({ title, rules }) => ({
    title,
    rules: rules.filter(({ id }) => id !== without),
  }));
  return judge(await caseOver(places, scene.asked, scene.policy), policyWith(scene.policy), groups);
}

/** Ids of the rules that an answer says are broken. */
export function brokenIn({ runs }: GateAnswer): readonly string[] {
  const rules = runs.flatMap(({ branches }) => branches.flatMap((branch) => branch.rules));
  return rules.filter(({ held }) => !held).map(({ id }) => id);
}

function editReport(directory: string, edit: (report: Report) => Report): void {
  const file = join(directory, 'report.json');
  const text = JSON.stringify(edit(JSON.parse(readFileSync(file, 'utf8'))));
  writeFileSync(file, text);
  const list = join(directory, 'bundle.json');
  const bundle = JSON.parse(readFileSync(list, 'utf8'));
  const digest = createHash('sha256').update(text).digest('hex');
  writeFileSync(list, JSON.stringify({ ...bundle, files: { ...bundle.files, 'report.json': digest } }));
}
