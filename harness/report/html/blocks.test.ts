import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { buildReport } from '../build.ts';
import { judged, sampleRun } from '../testing.ts';
import { packCases } from './blocks.ts';
import type { CaseDetail } from './page/page.ts';

const EXCHANGE = `${JSON.stringify({ request: { method: 'GET', url: '/', body: {} }, response: { status: 200 } })}\n`;

test('where there is no room for all that was recorded, a small suite is not crowded out by a large one', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'assay-blocks-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const names = ['v03-a', 'v03-b', 'v03-c', 'v03-d'];
  const evidenceOf = (name: string) => `evidence/corpus/${name}/exchanges.ndjson`;
  for (const name of names) {
    mkdirSync(join(directory, dirname(evidenceOf(name))), { recursive: true });
    writeFileSync(join(directory, evidenceOf(name)), EXCHANGE);
  }
  const results = names.map((name) => judged(name, { evidence: [evidenceOf(name)] }));
  const report = buildReport(sampleRun(results));
  const cases = report.cases.map((each) =>
    each.id === 'corpus/v03-d' ? { ...each, id: 'lease/d', suite: 'lease' } : each,
  );
  const { packed, embedded } = await packCases({ ...report, cases }, directory, EXCHANGE.length * 2);
  const details: Record<string, CaseDetail> = Object.assign({}, ...packed.map(unpacked));
  expect(embedded).toBe(2);
  expect(details['lease/d']?.isEmbedded).toBe(true);
  expect(details['corpus/v03-c']?.isEmbedded).toBe(false);
});

function unpacked(block: string): object {
  return JSON.parse(inflateRawSync(Buffer.from(block, 'base64')).toString());
}
