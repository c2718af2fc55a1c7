import { join } from 'node:path';
import { causesOf } from '../causes.ts';
import type { Report } from '../report.ts';
import { beginningsIn } from './beginnings.ts';
import { packCases, record } from './blocks.ts';
import { clauseTitles } from './clause-titles.ts';
import { documentOf } from './document.ts';
import type { Recording } from './evidence/recording.ts';
import { TOLD_CAUSES } from './model/cause-boxes.ts';
import { pageOf } from './model/page-of.ts';

/**
 * A report as one HTML page that needs nothing beside it, with the evidence of its run directory as data in it. The same
 * run gives the same page.
 */
export async function renderHtml(report: Report, directory: string): Promise<string> {
  const blocks = await packCases(report, directory);
  const beginnings = await beginningsIn(join(directory, 'events.ndjson'), report.startedAt);
  const recordings = recordingsOfCauses(report, directory);
  return documentOf(
    pageOf(report, { ...blocks, beginnings, recordings, titles: await clauseTitles() }),
    blocks.packed,
  );
}

function recordingsOfCauses(report: Report, directory: string): Map<string, Recording> {
  const recordings = new Map<string, Recording>();
  for (const { first } of causesOf(report).slice(0, TOLD_CAUSES)) {
    const recording = record(first, directory);
    if (recording) recordings.set(first.id, recording);
  }
  return recordings;
}
