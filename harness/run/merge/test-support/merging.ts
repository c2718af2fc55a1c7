import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Report } from '../../../report/report.ts';
import { mergeShards } from '../merge.ts';
import { type Laid, layShard } from './laid-shards.ts';

/** Lays shards down, and merges all of them or those that are named into `out`. */
export async function merge(
  folder: string,
  shards: readonly Laid[],
  given: readonly number[] = shards.map((_, at) => at + 1),
): Promise<Report> {
  for (const [at, how] of shards.entries()) layShard(join(folder, `${at + 1}`), at + 1, shards.length, how);
  return await mergeShards({ places: given.map(String), cwd: folder, out: join(folder, 'out') });
}

/** A folder that ends with the test. */
export function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'assay-merge-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
