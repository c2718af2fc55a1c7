import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, expect, it } from 'vitest';
import { openSuite } from './perform.ts';
import { NO_PROOF, type Suite } from './suite.ts';

const runDirectory = mkdtempSync(join(tmpdir(), 'assay-perform-'));
afterAll(() => rmSync(runDirectory, { recursive: true }));

const MEGABYTE = 1024 * 1024;
const CASES = 40;

/** A suite that quotes a few characters of a document of four megabytes. */
const QUOTING: Suite = {
  name: 'quoting',
  title: 'Quotes long documents.',
  needs: [],
  isolation: 'shared',
  runner: 'in-line',
  groups: [],
  plan: async () => ({ cases: [], excluded: [] }),
  open: async () => ({ [Symbol.asyncDispose]: async () => undefined }),
  perform: async (_bench, { planned }) => JSON.parse(`"${planned.id.padEnd(4 * MEGABYTE, '.')}"`),
  judge: (text) => ({
    ...{ verdict: 'failed', reason: `${text}`.slice(0, 60), observations: 1, bytesSent: 0 },
    findings: [{ clause: 'A.4', expected: [], actual: `${text}`.slice(7, 60) }],
  }),
  proof: async () => NO_PROOF,
};

it('keeps of a long document no more than what a result quotes of it', async () => {
  const setting = { runDirectory, revision: 'R3', seed: 1, redactionKey: '00' } as const;
  await using open = await openSuite(QUOTING);
  const before = heapBytes();
  const results = [];
  for (let nth = 0; nth < CASES; nth += 1) {
    const planned = { id: `quoting/${nth}`, suite: 'quoting', title: 'A case', clause: 'A.4', facets: {} };
    results.push(await open.perform({ ...planned, reproduce: '' }, { setting }));
  }
  expect(results.map(({ reason }) => reason?.length)).toEqual(Array(CASES).fill(60));
  expect(heapBytes() - before).toBeLessThan(CASES * MEGABYTE);
});

function heapBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}
