import { expect, test } from 'vitest';
import { checkWiring } from '../../wiring/check.ts';
import { readWorkflow } from '../../wiring/read-workflow.ts';
import { CHECK, isUntouched, shardFiles, templateFiles } from './workflows.ts';

const PIN = { repository: 'https://git.example/assay.git', commit: 'a'.repeat(40) };
const files = await templateFiles(PIN);
const [github = '', gitea = ''] = files.map(({ text }) => text);

function faultsOf(...texts: readonly string[]): readonly string[] {
  const workflows = texts.map((text, index) => readWorkflow(`${index}.yml`, text));
  const options = { requiredChecks: [CHECK], isThere: () => true };
  return checkWiring(workflows, options).map(({ rule }) => rule);
}

test('both hosts find theirs, each takes Assay from the pinned commit, and nothing is left to fill in', () => {
  expect(files.map(({ path }) => path)).toEqual([
    '.github/workflows/assay-canary.yml',
    '.gitea/workflows/assay-canary.yml',
  ]);
  for (const text of [github, gitea]) {
    expect(text).toContain(`ASSAY_COMMIT: ${PIN.commit}\n`);
    expect(text).toContain(`ASSAY_REPOSITORY: ${PIN.repository}\n`);
    expect(text).not.toContain('__');
  }
});

test('our own check of wiring finds nothing in them, together and alone', () => {
  expect(faultsOf(github, gitea)).toEqual([]);
  expect(faultsOf(github)).toEqual([]);
  expect(faultsOf(gitea)).toEqual([]);
});

const CALL = 'run: assay/scripts/run-canary.sh --out assay-report';
test.each<readonly [string, string, string, string]>([
  ['the step is cut', CALL, 'run: true', 'no-gate'],
  ['its exit code is forgiven', CALL, `${CALL} || true`, 'or-true'],
  ['its exit code is that of a pipe', CALL, `${CALL} | tee log`, 'pipe'],
  [
    'its failure is forgiven by the host',
    CALL,
    `continue-on-error: true\n        ${CALL}`,
    'step-continue-on-error',
  ],
  ['nothing starts it', 'on:\n  pull_request:\n  push:\n    branches: [main, master]\n', '', 'trigger-none'],
])('where %s, that is found', (_what, from, to, rule) => {
  for (const text of [github, gitea]) {
    expect(text).toContain(from);
    expect(faultsOf(text.replace(from, () => to))).toEqual([rule]);
  }
});

test('on Gitea only the checkout is an action, for nothing else is sure to be there', () => {
  expect(gitea.match(/uses: .*/g)).toEqual(['uses: actions/checkout@v4']);
  expect(gitea).not.toMatch(/^ *(?:concurrency|permissions|timeout-minutes|continue-on-error):/m);
});

test('a workflow that somebody has changed is told from one that is only old', () => {
  expect(isUntouched(github)).toBe(true);
  expect(isUntouched(`${github}# mine\n`)).toBe(false);
  expect(isUntouched(github.replace(PIN.commit, 'b'.repeat(40)))).toBe(false);
  expect(isUntouched('name: something else\n')).toBe(false);
});

const SHARDS = await shardFiles(PIN, 3);

test('a run of shards is dealt out, merged and gated on both hosts, and our own check finds nothing in them', () => {
  expect(SHARDS.map(({ path }) => path)).toEqual([
    '.github/workflows/assay-shards.yml',
    '.gitea/workflows/assay-shards.yml',
  ]);
  for (const { text } of SHARDS) {
    expect(text).toContain('shard: [1, 2, 3]\n');
    expect(text).toContain('matrix.shard }}/3 --seed $');
    expect(text).not.toContain('__');
    expect(isUntouched(text)).toBe(true);
    const workflows = [readWorkflow('shards.yml', text)];
    expect(checkWiring(workflows, { requiredChecks: ['gate'], isThere: () => true })).toEqual([]);
  }
});

test.each<readonly [string, string, string, string]>([
  ['a shard is lost', 'shard: [1, 2, 3]', 'shard: [1, 3]', 'shard-lost'],
  ['its gate is forgiven', '--digest "$PROMOTES"', '--digest "$PROMOTES" || true', 'or-true'],
  ['its gate waits for a job that is not there', 'needs: shard\n', 'needs: shards\n', 'needs-unknown'],
])('where %s of a run of shards, that is found', (_what, from, to, rule) => {
  for (const { text } of SHARDS) {
    expect(text).toContain(from);
    const workflows = [
      readWorkflow(
        'shards.yml',
        text.replace(from, () => to),
      ),
    ];
    const found = checkWiring(workflows, { requiredChecks: ['gate'], isThere: () => true });
    expect(found.map((each) => each.rule)).toContain(rule);
  }
});
