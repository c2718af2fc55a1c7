import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { WorldDescription } from '../environment/index.ts';
import { createRedactor } from '../support/redaction/redactor.ts';
import type { Exchange } from '../wire/exchange.ts';
import { openEvidence } from './evidence.ts';
import { logLinesOf, logStarts, trailOf } from './log-lines.ts';

const directory = mkdtempSync(join(tmpdir(), 'assay-log-lines-'));
const logFile = join(directory, 'platform.log');
const services = [{ name: 'platform', logFile }];
const world = { subject: { kind: 'reference' }, services } as unknown as WorldDescription;
const redactor = createRedactor({ secrets: ['the-token'], key: 'key' });

it('waits for a service that logs a request after it has answered it, and keeps the lines as evidence', async () => {
  writeFileSync(logFile, 'another request\n');
  const evidence = openEvidence(directory, 'suite/late', redactor);
  const lines = logLinesOf({ requestId: 'request-1' }, logStarts(world), { world, redactor, evidence });
  appendFileSync(logFile, 'request-1 came with the-token\n');
  const [line, ...others] = await lines;
  expect(line).toMatch(/^platform: request-1 came with (?!the-token)/);
  expect(others).toEqual([]);
  expect(evidence.files()).toEqual(['evidence/suite/late/platform.log']);
  expect(readFileSync(join(directory, 'evidence/suite/late/platform.log'), 'utf8')).toBe(`${line}\n`);
});

it('says nothing of a request that nobody logs', async () => {
  const evidence = openEvidence(directory, 'suite/silent', redactor);
  expect(
    await logLinesOf({ requestId: 'request-2' }, logStarts(world), { world, redactor, evidence }),
  ).toEqual([]);
  expect(evidence.files()).toEqual([]);
});

it('waits for no line of a platform that runs elsewhere', async () => {
  const runtime = join(directory, 'runtime.log');
  const elsewhere = {
    ...world,
    subject: { kind: 'remote' },
    services: [{ name: 'runtime', logFile: runtime }],
  };
  const evidence = openEvidence(directory, 'suite/remote', redactor);
  const at = { world: elsewhere as unknown as WorldDescription, redactor, evidence };
  const late = setImmediate(() => writeFileSync(runtime, 'request-5 came late\n'));
  expect(await logLinesOf({ requestId: 'request-5' }, new Map(), at)).toEqual([]);
  clearImmediate(late);
});

it('takes what names the workspace, of a platform that logs no request ids, and says so', async () => {
  const evidence = openEvidence(directory, 'suite/foreign', redactor);
  const starts = logStarts(world);
  appendFileSync(logFile, 'POST /workspaces/w-12345678/a2a 200\nPOST /workspaces/w-87654321/a2a 200\n');
  const trail = { requestId: 'request-3', workspaceId: 'w-12345678' };
  expect(await logLinesOf(trail, starts, { world, redactor, evidence })).toEqual([
    'platform (of the same workspace): POST /workspaces/w-12345678/a2a 200',
  ]);
});

it('takes what was written meanwhile, of a platform that logs neither, and says so', async () => {
  const evidence = openEvidence(directory, 'suite/terse', redactor);
  const starts = logStarts(world);
  appendFileSync(logFile, 'panic with the-token\n');
  const trail = { requestId: 'request-4', workspaceId: 'w-none-such' };
  const lines = await logLinesOf(trail, starts, { world, redactor, evidence });
  expect(lines).toEqual([expect.stringMatching(/^platform \(written meanwhile\): panic with (?!the-token)/)]);
});

it('finds the workspace in the path of an exchange', () => {
  const request = { url: 'http://127.0.0.1:1/workspaces/0b6f-4c1d/a2a' } as Exchange['request'];
  expect(trailOf({ requestId: 'r', request })).toEqual({ requestId: 'r', workspaceId: '0b6f-4c1d' });
});
