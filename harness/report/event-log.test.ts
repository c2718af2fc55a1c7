import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deadlineIn, poll } from '../support/deadline.ts';
import { inProject } from '../support/paths.ts';
import { createRedactor } from '../support/redaction/redactor.ts';
import { RUN_TYPESCRIPT } from '../support/typescript.ts';
import { openEventLog } from './event-log.ts';
import { readEvents } from './read-events.ts';
import { AT, ended, judged, started } from './testing.ts';

let directory: string;
let file: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'assay-events-'));
  file = join(directory, 'events.ndjson');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const write = (...events: Parameters<ReturnType<typeof openEventLog>['append']>[0][]) => {
  using log = openEventLog(file, { now: () => new Date(AT) });
  for (const event of events) log.append(event);
};

test('what was appended is read back in order, with its time', async () => {
  write(started(), judged('v03-a'));
  write(ended());
  const events = await readEvents(file);
  expect(events.map(({ event }) => event)).toEqual(['run.started', 'case.finished', 'run.finished']);
  expect(events[1]).toEqual({ ...judged('v03-a'), at: AT });
});

test('a secret that is a word of ours hides what the subject told, and no name of a case', async () => {
  const redactor = createRedactor({ secrets: ['v03-text'], key: 'k' });
  const told = judged('v03-text', { reason: 'it told v03-text', reproduce: 'assay run -g v03-text' });
  using log = openEventLog(file, { conceal: redactor.value, now: () => new Date(AT) });
  log.append(told);
  const [event] = await readEvents(file);
  expect(event).toMatchObject({ id: told.id, reproduce: told.reproduce });
  expect(event).toMatchObject({ reason: `it told ${redactor.text('v03-text')}` });
});

test('only the owner can read the log', () => {
  write(started());
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('any text survives, separators of other languages included', async () => {
  const title = 'a\u2028b\u2029c\u0085d\r\ne\u0000f😀"\\';
  write(started(), judged('v03-a', { title }));
  expect((await readEvents(file))[1]).toMatchObject({ title });
});

test('lines longer than a read buffer survive', async () => {
  const diff = 'ä'.repeat(300_000);
  write(started(), judged('v03-a', { diff }), ended());
  expect((await readEvents(file))[1]).toMatchObject({ diff });
});

test('one truncated last line is passed over', async () => {
  write(started(), judged('v03-a'));
  appendFileSync(file, '{"event":"case.fini');
  expect(await readEvents(file)).toHaveLength(2);
});

test('a truncated character at the end is passed over', async () => {
  write(started());
  appendFileSync(file, Buffer.from([0x7b, 0x22, 0xf0, 0x9f]));
  expect(await readEvents(file)).toHaveLength(1);
});

test('a corrupt line elsewhere is an error that names file and line', async () => {
  write(started());
  appendFileSync(file, '{"event":"case.fini\n');
  appendFileSync(file, readFileSync(file).subarray(0, readFileSync(file).indexOf('\n') + 1));
  await expect(readEvents(file)).rejects.toThrow(`Line 2 of ${file} is not an event`);
});

test('an unknown event and a line that is no object are errors', async () => {
  writeFileSync(file, `{"event":"case.skipped","at":"${AT}"}\n`);
  await expect(readEvents(file)).rejects.toThrow('Line 1');
  writeFileSync(file, '42\n');
  await expect(readEvents(file)).rejects.toThrow('Line 1');
});

test('a log of another format version is refused', async () => {
  write({ ...started(), formatVersion: 99 } as ReturnType<typeof started>);
  await expect(readEvents(file)).rejects.toThrow('format version 99');
});

test('a torn line that a dead runner left does not swallow the end of the run', async () => {
  write(started());
  appendFileSync(file, `{"event":"case.finished","diff":"${'x'.repeat(200_000)}`);
  write(ended(null, 'SIGKILL'));
  expect((await readEvents(file)).map(({ event }) => event)).toEqual(['run.started', 'run.finished']);
});

test('a log of which nothing but a torn line exists can still be ended', async () => {
  writeFileSync(file, '{"event":"run.st');
  write(ended());
  expect(await readEvents(file)).toHaveLength(1);
});

test('an event that cannot be written is an error, not a loss', () => {
  expect(() => openEventLog(join(directory, 'missing', 'events.ndjson'))).toThrow(/ENOENT/);
});

test('kill -9 in the middle of writing leaves every finished event readable', async () => {
  write(started());
  const child = spawn(
    process.execPath,
    [...RUN_TYPESCRIPT, inProject('harness/report/fixtures/write-forever.ts'), file],
    { cwd: inProject('.'), stdio: 'ignore' },
  );
  const size = await poll(() => {
    const bytes = statSync(file).size;
    return bytes > 5_000_000 ? bytes : undefined;
  }, deadlineIn(15_000));
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(size).toBeDefined();
  const events = await readEvents(file);
  expect(events.length).toBeGreaterThan(50);
  write(ended(null, 'SIGKILL'));
  expect((await readEvents(file)).at(-1)).toMatchObject({ event: 'run.finished', signal: 'SIGKILL' });
});

test('two processes that append at once do not tear each other', async () => {
  const children = ['1', '2'].map((author) =>
    spawn(
      process.execPath,
      [...RUN_TYPESCRIPT, inProject('harness/report/fixtures/write-forever.ts'), file, '500', author],
      { cwd: inProject('.'), stdio: 'ignore' },
    ),
  );
  await Promise.all(children.map((child) => once(child, 'exit')));
  const events = await readEvents(file);
  expect(events).toHaveLength(1000);
});
