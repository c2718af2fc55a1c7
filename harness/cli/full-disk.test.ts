import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProject } from '../support/paths.ts';
import { assay, type Ended, workingDirectory } from './test-support/assay.ts';
import { assayIn, copyClone, temporaryFolder } from './test-support/clone.ts';
import { type SmallDisk, smallDisk } from './test-support/small-disk.ts';

const canMount = isMountable();
const titled = (title: string) =>
  canMount ? title : `inconclusive, no small disk can be mounted here: ${title}`;
const withDisk = test.skipIf(!canMount);
const ONE_CASE = ['run', 'drift-enum', '-g', 'reference-platform'] as const;

let directory: Awaited<ReturnType<typeof workingDirectory>>;
let events: string;
beforeAll(async () => {
  directory = await workingDirectory();
  if (canMount) await assay(directory.path, ...ONE_CASE, '--out', 'past');
  events = join(directory.path, 'past/events.ndjson');
});
afterAll(() => directory[Symbol.asyncDispose]());

function isMountable(): boolean {
  using disk = smallDisk();
  return disk !== undefined;
}

function mounted(over?: string): SmallDisk {
  const disk = smallDisk(over);
  if (!disk) throw new Error('no small disk can be mounted');
  return disk;
}

/** In one sentence with the place and a fix, and not as the fault of who named it. */
function expectTold({ exitCode, stdout, stderr }: Ended, place: string): void {
  const all = `${stdout}\n${stderr}`;
  expect(all).toMatch(/ENOSPC|No space left/);
  expect(all).toContain(place);
  expect(all).toMatch(/Fix: .*(room|place|space)/);
  expect(all).not.toMatch(/^ +at /m);
  expect(exitCode).toBe(2);
}

withDisk.each([
  [titled('init'), 0, ['init'], 'assay.config.yaml', []],
  [titled('the folder of a run'), 0, ONE_CASE, 'assay-report', ['assay-report']],
  [titled('the mark of a run'), 4, ONE_CASE, 'assay-report', ['assay-report']],
  [titled('the events of a run'), 8, ONE_CASE, 'assay-report/events.ndjson', ['assay-report']],
  [titled('the report of a run'), 12, ONE_CASE, 'assay-report/report.json', ['assay-report']],
  [titled('the findings of a drift'), 0, ['drift', 'enum', '--sarif', 'x.sarif'], 'x.sarif', ['x.sarif']],
])('a full disk is told by %s', async (_title, free, words, place, left) => {
  using disk = mounted();
  disk.fill(free);
  expectTold(await assay(disk.path, ...words), join(disk.path, place));
  expect(readdirSync(disk.path).filter((name) => name !== 'fill' && !left.includes(name))).toEqual([]);
});

withDisk.each([
  [0, 'past'],
  [12, 'ctrf.json'],
])(titled('a full disk is told by a report that is rebuilt, with %i kB for it'), async (free, place) => {
  using disk = mounted();
  mkdirSync(join(disk.path, 'past'));
  cpSync(events, join(disk.path, 'past/events.ndjson'));
  disk.fill(free);
  const ended = await assay(disk.path, 'report', 'rebuild', 'past');
  expectTold(ended, join(disk.path, 'past'));
  expect(ended.stderr).toContain(place);
  expect(readdirSync(join(disk.path, 'past')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

withDisk(titled('a full disk is told by a proof'), async () => {
  using disk = mounted();
  disk.fill(20);
  const words = [
    'prove',
    'drift-enum',
    '--mutant',
    'go-table-unkeyed',
    '--out',
    join(directory.path, 'proof'),
  ];
  expectTold(await assayIn(inProject(''), words, { TMPDIR: disk.path }), disk.path);
});

withDisk.each([0, 20])(
  titled('a full disk is told by a world that is to stay, with %i kB for it'),
  async (free) => {
    using disk = mounted();
    disk.fill(free);
    const ended = await assayIn(inProject(''), ['up'], { TMPDIR: disk.path });
    expectTold(ended, disk.path);
  },
);

withDisk(titled('a full disk is told by a new entry, of which nothing stays'), async () => {
  using folder = temporaryFolder();
  copyClone(folder.path, 'corpus', 'specs', 'compose');
  using disk = mounted(join(folder.path, 'corpus/valid'));
  disk.fill(0);
  const ended = await assayIn(folder.path, ['new', 'entry', 'some-entry']);
  expectTold(ended, join(disk.path, 'some-entry'));
  expect(readdirSync(disk.path)).toEqual(['fill']);
});

withDisk(titled('a clone on a full disk runs by a bundle in a private folder'), async () => {
  using folder = temporaryFolder();
  using temp = temporaryFolder();
  copyClone(folder.path);
  mkdirSync(join(folder.path, 'node_modules/.cache'));
  using disk = mounted(join(folder.path, 'node_modules/.cache'));
  disk.fill(0);
  const { exitCode, stderr } = await assayIn(folder.path, ['--version'], { TMPDIR: temp.path });
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(readdirSync(temp.path)).toEqual([`assay-cli-${process.getuid?.()}`]);
});
