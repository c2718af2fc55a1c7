import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { WorldDescription } from '../environment/index.ts';
import { createRedactor } from '../wire/redaction/redactor.ts';
import { openEvidence } from './evidence.ts';
import { logLinesOf } from './log-lines.ts';

const directory = mkdtempSync(join(tmpdir(), 'assay-log-lines-'));
const logFile = join(directory, 'platform.log');
const world = { services: [{ name: 'platform', logFile }] } as unknown as WorldDescription;
const redactor = createRedactor({ secrets: ['the-token'], key: 'key' });

it('waits for a service that logs a request after it has answered it, and keeps the lines as evidence', async () => {
  writeFileSync(logFile, 'another request\n');
  const evidence = openEvidence(directory, 'suite/late');
  const lines = logLinesOf('request-1', { world, redactor, evidence });
  appendFileSync(logFile, 'request-1 came with the-token\n');
  const [line, ...others] = await lines;
  expect(line).toMatch(/^platform: request-1 came with (?!the-token)/);
  expect(others).toEqual([]);
  expect(evidence.files()).toEqual(['evidence/suite/late/platform.log']);
  expect(readFileSync(join(directory, 'evidence/suite/late/platform.log'), 'utf8')).toBe(`${line}\n`);
});

it('says nothing of a request that nobody logs', async () => {
  const evidence = openEvidence(directory, 'suite/silent');
  expect(await logLinesOf('request-2', { world, redactor, evidence })).toEqual([]);
  expect(evidence.files()).toEqual([]);
});
