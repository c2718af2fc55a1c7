import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readReport } from '../report/index.ts';
import { inProject } from '../support/paths.ts';
import { assay, workingDirectory } from './test-support/assay.ts';

const TEST_MS = 120_000;

/** The example of each format, and the conversations in it. */
const EXAMPLES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['pipecat.yaml', ['travel-knows-the-guest', 'travel-knows-the-trip'], []],
  ['a2a-proof.yaml', ['books-a-table', 'goes-on-after-a-task-was-cancelled'], []],
  ['promptfooconfig.yaml', ['remembers-the-name', 'keeps-conversations-apart'], []],
  [
    'rasa/e2e_test_cases.yml',
    ['a-customer-is-known-by-name', 'a-customer-is-told-of-the-order'],
    ['--domain', inProject('canaries/examples/rasa/domain.yml')],
  ],
];

let folder: Awaited<ReturnType<typeof workingDirectory>>;
beforeAll(async () => {
  folder = await workingDirectory();
});
afterAll(() => folder[Symbol.asyncDispose]());

function importing(file: string, ...more: readonly string[]) {
  return assay(folder.path, 'canary', 'import', file, ...more);
}

function here(...names: readonly string[]): string {
  return join(folder.path, ...names);
}

test.each(EXAMPLES)(
  'the example %s is taken over as a whole',
  async (name, canaries, more) => {
    const { exitCode, stdout } = await importing(
      inProject(`canaries/examples/${name}`),
      '--out',
      'all',
      ...more,
    );
    expect(stdout).toContain(`${canaries.length} taken over, 0 refused`);
    expect(exitCode).toBe(0);
    expect(readdirSync(here('all'))).toEqual(expect.arrayContaining(canaries.map((each) => `${each}.yaml`)));
  },
  TEST_MS,
);

test.each([
  ['passes', 'as it is', [], 0, 'passed'],
  ['fails', 'that answers from a can', ['--mutant', 'K-canned'], 1, 'failed'],
] as const)(
  'each of them %s with our own runtime %s',
  async (_verb, _which, mutant, code, verdict) => {
    const out = `run-${verdict}`;
    const { exitCode } = await assay(folder.path, 'canary', '--canaries', 'all', '--out', out, ...mutant);
    const { cases } = await readReport(here(out, 'report.json'));
    expect(cases.map(({ id, verdict: came }) => [id, came]).sort()).toEqual(
      EXAMPLES.flatMap(([, canaries]) => canaries)
        .map((name) => [`continuity/${name}`, verdict])
        .sort(),
    );
    expect(exitCode).toBe(code);
  },
  TEST_MS,
);

const PARTIAL = `
prompts: ["{{q}}"]
tests:
  - vars: { q: My name is Ada. }
    assert: [{ type: contains, value: noted }, { type: llm-rubric, value: is kind }]
    metadata: { conversationId: partly }
  - vars: { q: Hi. }
    metadata: { conversationId: never judged }
`;

test(
  'what is not taken over is told by line and column, and exits with 1, in a dry run too',
  async () => {
    writeFileSync(here('partial.yaml'), PARTIAL);
    const dry = await importing('partial.yaml', '--out', 'partial', '--dry-run');
    expect(dry.stdout).toContain('would write   partial/partly.yaml');
    expect(existsSync(here('partial'))).toBe(false);
    const { exitCode, stdout } = await importing('partial.yaml', '--out', 'partial');
    expect(stdout).toMatch(
      /Refused, and not written:\n {2}partial\.yaml:7:5: tests\[2\]: nothing is left .* \[never judged\]/,
    );
    expect(stdout).toMatch(
      /asks for less now:\n {2}partial\.yaml:5:48: tests\[1\]\.assert\[2\]: `llm-rubric`: a model/,
    );
    expect(readdirSync(here('partial'))).toEqual(['partly.yaml']);
    expect([dry.exitCode, exitCode]).toEqual([1, 1]);
    const { stdout: json } = await importing('partial.yaml', '--out', 'partial', '--json');
    expect(JSON.parse(json)).toMatchObject({
      format: 'promptfoo',
      written: [{ file: 'partial/partly.yaml', standing: 'same' }],
      remarks: expect.arrayContaining([expect.objectContaining({ kind: 'refused', line: 7, column: 5 })]),
    });
  },
  TEST_MS,
);

test(
  'a canary that was changed by hand is kept unless it is forced, and one that was not follows its source',
  async () => {
    writeFileSync(here('kept.yaml'), PARTIAL);
    await importing('kept.yaml', '--out', 'kept');
    const canary = here('kept', 'partly.yaml');
    writeFileSync(here('kept.yaml'), PARTIAL.replace('Ada', 'Bob'));
    const renewed = await importing('kept.yaml', '--out', 'kept');
    expect(renewed.stdout).toContain('renewed  kept/partly.yaml');
    appendFileSync(canary, '# mine\n');
    const before = readFileSync(canary, 'utf8');
    const refused = await importing('kept.yaml', '--out', 'kept');
    expect(refused.stderr).toMatch(/changed by hand[\s\S]*kept\/partly\.yaml[\s\S]*--force/);
    expect(refused.exitCode).toBe(3);
    expect(readFileSync(canary, 'utf8')).toBe(before);
    const forced = await importing('kept.yaml', '--out', 'kept', '--force');
    expect(forced.stdout).toContain('replaced kept/partly.yaml');
    expect(readFileSync(canary, 'utf8')).not.toContain('# mine');
  },
  TEST_MS,
);

test.each([
  [['nowhere.yaml'], 'nowhere.yaml cannot be read (ENOENT)'],
  [['slip.yaml'], 'did you mean `test_cases`, as rasa has it?'],
  [['slip.yaml', '--format', 'raza'], 'Allowed choices are pipecat, a2a-proof, promptfoo, rasa'],
  [['slip.yaml', '--format', 'rasa'], 'has no list `test_cases`'],
  [['slip.yaml', '--domain', 'slip.yaml'], 'has no `responses`'],
  [['slip.yaml', '--claims', 'files'], '--claims is an option of `assay canary`'],
  [[], "missing required argument 'file'"],
])('assay canary import %j is exit 3, and writes nothing', async (args, why) => {
  writeFileSync(here('slip.yaml'), 'test_case: []\n');
  const { exitCode, stdout, stderr } = await assay(folder.path, 'canary', 'import', ...args);
  expect(stderr).toContain(why);
  expect(stdout).toBe('');
  expect(exitCode).toBe(3);
  expect(existsSync(here('canaries-imported'))).toBe(false);
});
