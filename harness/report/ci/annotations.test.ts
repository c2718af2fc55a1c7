import { expect, test } from 'vitest';
import { buildReport } from '../build.ts';
import { broken, judged, sampleRun } from '../testing.ts';
import { annotationsOf, githubCommand, plainLine } from './annotations.ts';

const place = { file: 'src/a,b.ts', line: 7, column: 3 };
const found = (name: string, actual: string) =>
  broken(name, { findings: [{ clause: 'L', expected: ['no import'], actual, place }] });

test('a whole green run has nothing to remark', () => {
  expect(annotationsOf(buildReport(sampleRun([judged('v03-a')])))).toEqual([]);
});

test('a green part says that it is one', () => {
  const report = { ...buildReport(sampleRun([judged('v03-a')])), whole: false };
  expect(annotationsOf(report)).toMatchObject([{ level: 'warning' }]);
});

test('the verdict comes first, then one remark for each cause, at its place', () => {
  const report = buildReport(sampleRun([found('v03-b', 'an import'), found('v03-c', 'an import')]));
  expect(annotationsOf(report)).toMatchObject([
    {
      level: 'error',
      title: expect.stringContaining('FAILED'),
      message: 'Suite corpus: 2 cases broke a clause.',
    },
    { title: 'failed corpus/v03-b and 1 more like it', place },
  ]);
});

test('there are ten at most, and the last one says how many causes it stands for', () => {
  const letters = [...'abcdefghijklmnop'];
  const all = annotationsOf(buildReport(sampleRun(letters.map((each) => found(each, `seen ${each}`)))));
  expect(all).toHaveLength(10);
  expect(all.at(-1)?.title).toBe('8 more causes');
});

test('GitHub reads place, title and message, and foreign text begins no command of its own', () => {
  const message = 'a\n::error::b\r100% \u001b[31m##[error]c';
  const line = githubCommand({ level: 'error', title: 'x: y, z', message, place });
  expect(line).toBe(
    String.raw`::error file=src/a%2Cb.ts,line=7,col=3,title=x%3A y%2C z::a%0A\x3a:error::b\x0d100%25 \x23#[error]c`,
  );
  expect(line.split('\n')).toHaveLength(1);
});

test('elsewhere a remark begins with its place, as editors know it', () => {
  expect(plainLine({ level: 'error', title: 't', message: 'a\n::error::b', place })).toBe(
    'src/a,b.ts:7:3: error: t: a\n  \\x3a:error::b',
  );
});
