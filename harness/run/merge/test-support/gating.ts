import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GateAnswer } from '../../../gate/answer.ts';
import { judge } from '../../../gate/judge.ts';
import type { Policy } from '../../../gate/policy/policy.ts';
import { RULE_GROUPS } from '../../../gate/rules/index.ts';
import { caseOver, NOW, policyWith } from '../../../gate/test-support/sample.ts';
import type { RunEvent } from '../../../report/event.ts';
import { EVENTS_FILE, rebuildReport } from '../../../report/past-run.ts';
import { judged } from '../../../report/testing.ts';
import { type Laid, RESULTS } from './laid-shards.ts';
import { merge, temporaryFolder } from './merging.ts';

/** What lies before the gate, as it differs from three green shards that were merged. */
export interface MergedScene {
  /** How each of the three differs, by its index. */
  readonly shards?: Readonly<Record<number, Laid>>;
  /** Which of them are given. */
  readonly given?: readonly number[];
  /** Rewrites the log of the merged run, as somebody would who can seal it anew and make its reports again. */
  readonly log?: (events: readonly RunEvent[]) => readonly RunEvent[];
  /** Edits the directory of the merged run. */
  readonly tamper?: (directory: string) => void;
  /** Gives the shards as they are, and nothing merged. */
  readonly unmerged?: true;
  readonly policy?: Partial<Policy>;
  readonly now?: string;
}

const GREEN = RESULTS.map(({ id }) => judged(id.replace('corpus/', '')));

/** Merges the shards of a scene and puts them before the gate; with `without` one of its rules is switched off. */
export async function gateMerged(scene: MergedScene, without?: string): Promise<GateAnswer> {
  const folder = temporaryFolder();
  const shards = [1, 2, 3].map((index): Laid => ({ results: GREEN, ...scene.shards?.[index] }));
  await merge(folder, shards, scene.given);
  const out = join(folder, 'out');
  if (scene.log) await rewrite(out, scene.log);
  scene.tamper?.(out);
  const places = scene.unmerged ? [1, 2, 3].map((index) => join(folder, `${index}`)) : [out];
  if (scene.unmerged) for (const place of places) await rebuildReport(place);
  const groups = RULE_GROUPS.map(({ title, rules }) => ({
    title,
    rules: rules.filter(({ id }) => id !== without),
  }));
  const policy = { proof: 'none', ...scene.policy } as const;
  return judge(await caseOver(places, { now: scene.now ?? NOW }, policy), policyWith(policy), groups);
}

async function rewrite(directory: string, edit: NonNullable<MergedScene['log']>): Promise<void> {
  const file = join(directory, EVENTS_FILE);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const [sealed, ...events] = lines.map((line) => JSON.parse(line) as RunEvent).reverse();
  const text = edit(events.reverse())
    .map((event) => `${JSON.stringify(event)}\n`)
    .join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  writeFileSync(file, `${text}${JSON.stringify({ ...sealed, sha256 })}\n`);
  await rebuildReport(directory);
}
