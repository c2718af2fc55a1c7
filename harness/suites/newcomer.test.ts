import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Clone, cloneProject, type Ended } from './test-support/clone.ts';

// What somebody does who has never been here: in a clone, by the commands that the clone itself tells.

const TEST_MS = 300_000;
const SHELVES = ['valid', 'invalid', 'malformed', 'sessions'];
const PAGES = 'npx vitest run harness/suites/tables.test.ts -t page';

let clone: Clone;
beforeAll(async () => {
  clone = await cloneProject();
});
afterEach(() => clone.restore());
afterAll(() => clone[Symbol.asyncDispose]());

test(
  'an entry of each shelf runs as it is written, and is refused until somebody says whence and why',
  async () => {
    for (const shelf of SHELVES) await succeed(`npx assay new entry new-on-${shelf} --shelf ${shelf}`);
    await edit('corpus/tombstones.yaml', [
      ['[]', "[{ id: gone, reason: 'Nobody has sent it for a year.', date: '2026-11-21' }]"],
    ]);
    for (const name of ['new-on-valid', 'gone']) {
      const { exitCode, stderr } = await clone.type(`npx assay new entry ${name}`);
      expect(stderr).toContain('nothing was written');
      expect(exitCode).toBe(3);
    }
    const run = await document("npx assay run corpus -g '^corpus/new-on-' --json");
    expect(run).toMatchObject({ exitCode: 0, totals: { planned: 8, passed: 8 } });
    const check = await clone.type('npx assay corpus check --json');
    expect(check.exitCode).toBe(1);
    const { problems } = JSON.parse(check.stdout);
    const open = problems.map(({ file, rule }: { file: string; rule: string }) => `${rule} ${file}`);
    expect(open.sort()).toEqual(
      SHELVES.flatMap((shelf) => Array(4).fill(`provenance ${shelf}/new-on-${shelf}.yaml`)).sort(),
    );
  },
  TEST_MS,
);

test(
  'an entry and its fault: green, killed, and nothing written but what belongs to them',
  async () => {
    const entry = await succeed('npx assay new entry v03-text-with-tabs');
    const [check = '', green, red] = commandsIn(entry);
    await edit('corpus/valid/v03-text-with-tabs.body', [['open reviews', 'open\\treviews']]);
    await edit('corpus/valid/v03-text-with-tabs.yaml', [
      [/^title: .*$/m, 'title: A text with a tab in it'],
      [/^source: .*$/m, 'source: specs/contract.md A.7'],
      [/^why: .*$/m, 'why: Whoever tidies white space on the way breaks code and tables that tabs indent.'],
    ]);
    await succeed(check);
    expect(await document(`${green} --json`)).toMatchObject({ exitCode: 0, totals: { passed: 2 } });
    expect(await document(`${red} --json`)).toMatchObject({ exitCode: 1, totals: { failed: 2 } });

    const fault = await succeed('npx assay new fault tabs-to-spaces --kills v03-text-with-tabs');
    const [killers, proof] = commandsIn(fault);
    await edit('harness/suites/corpus/faults/platform/tabs-to-spaces.ts', [
      [/title: '.*'/, "title: 'tabs become spaces on the way'"],
      [/reason: .*,/, 'reason: /^params\\.message\\.parts\\[0\\]\\.text = "Summarise the open reviews/,'],
      [
        'return original(...given)',
        "return String(original(...given)).replaceAll('open\\\\treviews', 'open reviews')",
      ],
      [/ *\/\/ FILL IN.*\n/g, ''],
    ]);
    expect(await document(`${killers} --json`)).toMatchObject({ exitCode: 1, totals: { failed: 2 } });
    const proven = await document(`${proof} --json`);
    expect(proven).toMatchObject({ verdict: 'proven', mutants: [{ verdict: 'killed', collateral: [] }] });
    expect(proven.mutants[0].cases).toHaveLength(2);

    await succeed(`${PAGES} -u`);
    expect(await clone.differences()).toEqual({
      changed: [
        'README.md',
        'corpus/README.md',
        'harness/suites/corpus/README.md',
        'harness/suites/corpus/faults/index.ts',
        'harness/suites/routes/README.md',
        'specs/README.md',
      ],
      added: [
        'corpus/valid/v03-text-with-tabs.body',
        'corpus/valid/v03-text-with-tabs.yaml',
        'harness/suites/corpus/faults/platform/tabs-to-spaces.ts',
      ],
    });
  },
  TEST_MS,
);

test(
  'a suite: green, proven in every way as it is written, and beside generated pages the house is changed in one line',
  async () => {
    const suite = await succeed('npx assay new suite hello');
    const [green, faults, neutral, broken] = commandsIn(suite);
    expect(await document(`${green} --json`)).toMatchObject({ exitCode: 0, totals: { passed: 1 } });
    expect(await document(`${faults} --json`)).toMatchObject({
      ...{ verdict: 'proven', unkilled: [] },
      mutants: [{ verdict: 'killed', hits: 1 }],
    });
    expect(await document(`${neutral} --json`)).toMatchObject({
      ...{ verdict: 'proven' },
      neutral: [{ verdict: 'quiet', hits: 1, executed: 1 }],
    });
    const seen = await document(`${broken} --json`);
    expect(seen.verdict).toBe('proven');
    expect(seen.broken).toHaveLength(5);
    for (const subject of seen.broken) expect(subject).toMatchObject({ executed: 1, vacuous: [] });

    await succeed(PAGES);
    const { changed, added } = await clone.differences();
    expect(changed).toEqual(['README.md', 'harness/suites/index.ts', 'specs/README.md']);
    expect(added.filter((file) => !file.startsWith('harness/suites/hello/'))).toEqual([]);
    expect(added).toContain('harness/suites/hello/README.md');
  },
  TEST_MS,
);

test(
  'what nobody has written yet compiles and proves nothing: the fault survives, the variant alarms',
  async () => {
    await succeed('npx assay new suite hello-world');
    const [, proof] = commandsIn(await succeed('npx assay new fault nobody-minds --suite hello-world'));
    const [quiet] = commandsIn(await succeed('npx assay new neutral nothing-works --suite hello-world'));
    await succeed('npx tsc --noEmit');
    await succeed('npx biome check harness/suites');
    expect(await document(`${proof} --json`)).toMatchObject({
      ...{ verdict: 'unproven' },
      mutants: [{ mutant: 'P-nobody-minds', verdict: 'survived', hits: 1 }],
    });
    expect(await document(`${quiet} --json`)).toMatchObject({
      ...{ verdict: 'unproven' },
      neutral: [{ variant: 'N-nothing-works', verdict: 'alarmed', hits: 1 }],
    });
  },
  TEST_MS,
);

async function succeed(line: string): Promise<Ended> {
  const ended = await clone.type(line);
  expect(ended.exitCode, `${line}\n${ended.stdout}\n${ended.stderr}`).toBe(0);
  return ended;
}

/** The document that a command prints, whatever its exit code; a command that prints none has failed. */
async function document(line: string) {
  const { stdout, stderr } = await clone.type(line);
  expect(stdout, `${line}\n${stderr}`).toMatch(/^\{/);
  return JSON.parse(stdout);
}

/** The commands that a command says to type next. */
function commandsIn({ stdout }: Ended): readonly string[] {
  return [...stdout.matchAll(/^ {7}(npx .*)$/gm)].map(([, command = '']) => command);
}

/** Changes a file of the clone; each change has to find its place. */
async function edit(file: string, changes: readonly (readonly [string | RegExp, string])[]): Promise<void> {
  const path = join(clone.root, file);
  let text = await readFile(path, 'utf8');
  for (const [find, put] of changes) {
    const next = text.replace(find, () => put);
    expect(next, `${file} has no ${find}`).not.toBe(text);
    text = next;
  }
  await writeFile(path, text);
}
