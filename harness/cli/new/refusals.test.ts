import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../support/paths.ts';
import { main } from '../main.ts';
import { processShell } from '../shell.ts';

const shell = processShell();
let before: string;
beforeAll(async () => {
  before = await stateOfProject();
});
afterAll(async () => {
  expect(await stateOfProject()).toBe(before);
});

const OTHER_NAME = 'Choose another name';

test.each([
  ['entry V03_Text', '"V03_Text" cannot be the name of an entry', 'v03-text'],
  ['entry v03-text', 'corpus/valid/v03-text.yaml, corpus/valid/v03-text.body are there', OTHER_NAME],
  ['entry hg-neither --shelf valid', 'corpus/invalid/hg-neither.yaml', OTHER_NAME],
  ['entry new-one --shelf vallid', "'vallid' is invalid", 'valid, invalid, malformed, sessions'],
  ['entry', "missing required argument 'name'", ''],
  ['fault text-trimmed', 'harness/suites/corpus/ has a P-text-trimmed already', OTHER_NAME],
  ['fault Text', '"Text" cannot be the name of a fault', 'with hyphens'],
  ['fault new-one --suite corpsu', 'There is no suite "corpsu"', 'Did you mean "corpus"?'],
  ['fault new-one --suite drift-enum', 'harness/suites/drift-enum/faults/index.ts is no list', 'by hand'],
  ['fault new-one --kills v03-txt', 'no case "v03-txt"', 'Did you mean "v03-text"?'],
  ['fault new-one --seam platform.parsBody', 'no seam "platform.parsBody"', '"platform.parseBody"?'],
  ['fault new-one --in Content', '"Content" cannot be the name of a folder', 'content'],
  ['neutral new-one --suite drift-enum', 'harness/suites/drift-enum/neutral/index.ts is no list', 'by hand'],
  ['suite corpus', 'harness/suites/index.ts has a suite "corpus" already', OTHER_NAME],
  ['suite test-support', 'harness/suites/test-support is there already', OTHER_NAME],
  ['suite hello.world', '"hello.world" cannot be the name of a suite', 'hello-world'],
  ['siute hello', "unknown command 'siute'", 'Did you mean suite?'],
])('assay new %s is refused with exit 3, says what to do, and writes nothing', async (args, message, fix) => {
  const out: string[] = [];
  const err: string[] = [];
  const streams = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  const exitCode = await main(['new', ...args.split(' ')], { ...shell, ...streams });
  const told = err.join('');
  expect(told).toContain(message);
  expect(told.slice(told.indexOf(message))).toContain(fix);
  expect(out).toEqual([]);
  expect(exitCode).toBe(3);
});

async function stateOfProject(): Promise<string> {
  const { stdout } = await execa('git', ['status', '--porcelain'], { cwd: projectRoot });
  return stdout;
}
