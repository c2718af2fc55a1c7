import { describe, expect, test } from 'vitest';
import { checkWiring, WIRING_RULES, type WiringOptions } from './check.ts';
import { readWorkflow } from './read-workflow.ts';
import { CLEAN, FAULTS, TWINS } from './test-support/planted.ts';

const KNOWN: WiringOptions = { requiredChecks: [], isThere: (path) => path === 'policy.yaml' };

function found(
  files: Readonly<Record<string, string>>,
  options: Partial<WiringOptions> = {},
): readonly string[] {
  const workflows = Object.entries(files).map(([file, text]) => readWorkflow(file, text));
  return checkWiring(workflows, { ...KNOWN, ...options }).map(
    ({ rule, place: { file, line, column } }) => `${file}:${line}:${column} ${rule}`,
  );
}

/** Line and column of what stands at `at`, the last one where it is there several times. */
function placeOf(text: string, at: string): string {
  const index = text.lastIndexOf(at);
  expect(index, `${at} is in the planted file`).toBeGreaterThanOrEqual(0);
  const before = text.slice(0, index).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

test.each(Object.entries(CLEAN))('the clean workflow for %s is silent', (name, text) => {
  expect(found({ [name]: text })).toEqual([]);
});

describe.each(FAULTS)('%s, planted for %s: %j becomes %j,', (rule, file, from, to, at) => {
  test('is found at its line and column, and nothing else', () => {
    const text = CLEAN[file];
    expect(text).toContain(from);
    const planted = text.replace(from, () => to);
    expect(found({ [file]: planted })).toEqual([`${file}:${placeOf(planted, at)} ${rule}`]);
  });
});

const PROMOTING = `on:
  push:
    tags: ['v*']
jobs:
  promote:
    runs-on: x
    steps:
      - run: crane tag a@b stable
`;

describe('across workflows', () => {
  test('what is promoted on another event than the gate starts on is found there', () => {
    const files = { 'gate.yaml': CLEAN.github, 'promote.yaml': PROMOTING };
    expect(found(files)).toEqual(['promote.yaml:2:3 trigger-elsewhere']);
    expect(found({ ...files, 'promote.yaml': PROMOTING.replace('tags', 'branches') })).toEqual([]);
  });

  test('a required check that no job reports is found, and the name of a job with a matrix is not', () => {
    expect(found({ github: CLEAN.github }, { requiredChecks: ['gates'] })).toEqual([
      'github:1:1 required-check-unknown',
    ]);
    expect(found({ github: CLEAN.github }, { requiredChecks: ['gate', 'judge (2)'] })).toEqual([]);
  });

  test('what promotes may be told', () => {
    const promotes = { test: (text: string) => text.includes('mkdir') || text.includes('ship it') };
    const shipping = CLEAN.gitea.replace(
      '      - run: npx assay run',
      '      - run: ship it\n      - run: npx assay run',
    );
    expect(found({ gitea: shipping }, { promotes })).toEqual([
      `gitea:${placeOf(shipping, 'run: ship')} promotes-before`,
    ]);
  });
});

test.each(TWINS)('%sthe same written otherwise for %s is silent: %j becomes %j', (_rule, file, from, to) => {
  expect(CLEAN[file]).toContain(from);
  expect(found({ [file]: CLEAN[file].replace(from, () => to) })).toEqual([]);
});

test('every rule has a planted fault', () => {
  const planted = new Set([...FAULTS.map(([rule]) => rule), 'trigger-elsewhere', 'required-check-unknown']);
  expect(WIRING_RULES.map(({ id }) => id).filter((id) => !planted.has(id))).toEqual([]);
  expect(new Set(WIRING_RULES.map(({ id }) => id)).size).toBe(WIRING_RULES.length);
});

test.each([
  ['jobs: [', 'line 1'],
  ['', 'no keys and values'],
  ['- a\n- b\n', 'no keys and values'],
])('%j is no workflow, exit 2', (text, words) => {
  expect(() => readWorkflow('a.yaml', text)).toThrow(
    expect.objectContaining({ code: 'WORKFLOW_UNREADABLE', exitCode: 2 }),
  );
  expect(() => readWorkflow('a.yaml', text)).toThrow(words);
});
