import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, expect, it } from 'vitest';
import { openSuite, type Stage } from './perform.ts';
import { NO_PROOF, type Suite } from './suite.ts';
import { caseOf, PASSED, testSuite } from './testing.ts';

const runDirectory = mkdtempSync(join(tmpdir(), 'assay-perform-'));
afterAll(() => rmSync(runDirectory, { recursive: true }));

const SETTING = { runDirectory, revision: 'R3', seed: 1, redactionKey: '00' } as const;

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
  await using open = await openSuite(QUOTING);
  const before = heapBytes();
  const results = [];
  for (let nth = 0; nth < CASES; nth += 1) {
    results.push(await open.perform({ ...caseOf('quoting', `${nth}`), reproduce: '' }, { setting: SETTING }));
  }
  expect(results.map(({ reason }) => reason?.length)).toEqual(Array(CASES).fill(60));
  expect(heapBytes() - before).toBeLessThan(CASES * MEGABYTE);
});

it.each([
  ['of all cases', undefined, ['noted/green', 'noted/red']],
  ['of those alone whose results are to be explained', ({ verdict }) => verdict === 'failed', ['noted/red']],
] satisfies readonly [string, Stage['explains'], readonly string[]][])(
  'keeps evidence %s',
  async (_of, explains, keeping) => {
    const noted = testSuite('noted', ['green', 'red'], {
      perform: async (_bench, { planned, evidence }) => {
        evidence.line('notes.ndjson', { of: planned.id });
        return planned.id;
      },
      judge: (id) => ({ ...PASSED, verdict: id === 'noted/red' ? 'failed' : 'passed' }),
    });
    await using open = await openSuite(noted);
    const directory = mkdtempSync(join(runDirectory, 'noted-'));
    for (const name of ['green', 'red']) {
      const stage = { setting: { ...SETTING, runDirectory: directory }, ...(explains && { explains }) };
      const { id, evidence } = await open.perform({ ...caseOf('noted', name), reproduce: '' }, stage);
      expect(evidence).toEqual(keeping.some((each) => each === id) ? [`evidence/${id}/notes.ndjson`] : []);
      for (const file of evidence)
        expect(readFileSync(join(directory, file), 'utf8')).toBe(`{"of":"${id}"}\n`);
      expect(existsSync(join(directory, 'evidence', id))).toBe(evidence.length > 0);
    }
  },
);

function heapBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}
