import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../harness/support/paths.ts';
import { OFFICIAL_FILES } from './schema-check/official.ts';
import { checkSchemas } from './schema-check/run.ts';
import type { Version } from './schema-check/versions.ts';

/** The official files are not part of the project, so copies of ours stand in for them here. */
const root = mkdtempSync(`${tmpdir()}/assay-check-schemas-`);
const standIn = `${root}/official`;
const corpus = `${root}/corpus`;

const SIDECAR = `formatVersion: 1
id: one
title: One entry
family: v0.3
clause: A.7
since: 2026-11-21
source: https://example.test/
why: Stands for a corpus in the tests of the comparison.
expect: { outcome: delivered, rewrites: [], schema: '0.3' }
`;

beforeAll(() => {
  mkdirSync(standIn);
  for (const version of ['0.2', '0.3'] as const)
    copyFileSync(ours(version), `${standIn}/${OFFICIAL_FILES[version]}`);
  writeFileSync(`${standIn}/${OFFICIAL_FILES['1.0']}`, asPublished(readFileSync(ours('1.0'), 'utf8')));
  writeEntry(corpus, '{"jsonrpc":"2.0","id":1,"method":"message/send","params":{"message":{}}}');
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('check:schemas', () => {
  test('exits 0 with a closing count when both sides agree', async () => {
    const { code, output } = await check([standIn, '--corpus', corpus]);
    expect(code).toBe(0);
    expect(output).toMatch(/\d{4,} documents from 1 corpus payloads .*: no disagreement$/);
  });

  test('exits 1 and names entry, change and both verdicts when one side is laxer', async () => {
    const laxer = tampered('laxer', (text) =>
      text.replace(/"required": \[\s+"kind",\s+"messageId",/, '"required": ['),
    );
    const { code, output } = await check([laxer, '--corpus', corpus]);
    expect(code).toBe(1);
    expect(output).toContain('exemplar Message (/kind dropped) as 0.3 Message');
    expect(output).toMatch(/ours: +invalid at \/: .*'kind'/);
    expect(output).toMatch(/official: +valid/);
    expect(output).toMatch(/[1-9]\d* disagreements$/);
  });

  test('refuses to call a corpus without JSON payloads compared: exit 2', async () => {
    const empty = `${root}/empty`;
    writeEntry(empty, 'not json');
    await expect(check([standIn, '--corpus', empty])).rejects.toMatchObject({
      exitCode: 2,
      code: 'NOTHING_COMPARED',
    });
  });

  test.each([
    ['no folder', [], 'expected one folder'],
    ['a folder that is not there', [`${root}/nowhere`], 'is not there'],
    ['an unknown option', [standIn, '--jsno'], '--jsno'],
    ['a seed that is no integer', [standIn, '--seed', 'x'], '--seed takes an integer'],
  ])('refuses %s: exit 3 with the fix', async (_claim, argv, words) => {
    const refusal = check(argv);
    await expect(refusal).rejects.toMatchObject({ exitCode: 3, message: expect.stringContaining(words) });
    await expect(refusal).rejects.toHaveProperty('fix', expect.stringMatching(/npm run|Put a2a-/));
  });

  test('refuses a file that is cut off: exit 3 with the file named', async () => {
    const cut = tampered('cut', (text) => text.slice(0, 1000));
    await expect(check([cut])).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringContaining('a2a-0.3.0.json cannot be read as JSON'),
    });
  });
});

function ours(version: Version): string {
  return inProject(`corpus/schemas/a2a/a2a-${version}.json`);
}

/** The 1.0 bundle is published with spaces in its names and references that point to files of another kind. */
function asPublished(text: string): string {
  const { definitions } = JSON.parse(text) as { definitions: Record<string, object> };
  const spaced = Object.entries(definitions).map(([name, schema]) => [
    name.replace(/(?<=[a-z])(?=[A-Z])/g, ' '),
    { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema },
  ]);
  const bundle = { version: 'v1', definitions: Object.fromEntries(spaced) };
  return JSON.stringify(bundle).replace(/#\/definitions\/(\w+)/g, 'lf.a2a.v1.$1.jsonschema.json');
}

async function check(argv: readonly string[]) {
  const printed: string[] = [];
  const code = await checkSchemas(argv, (text) => printed.push(text));
  return { code, output: printed.join('\n') };
}

function tampered(name: string, change: (text: string) => string): string {
  const folder = `${root}/${name}`;
  mkdirSync(folder);
  for (const file of Object.values(OFFICIAL_FILES)) copyFileSync(`${standIn}/${file}`, `${folder}/${file}`);
  const target = `${folder}/${OFFICIAL_FILES['0.3']}`;
  const before = readFileSync(target, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(target, after);
  return folder;
}

function writeEntry(folder: string, body: string): void {
  mkdirSync(`${folder}/valid`, { recursive: true });
  writeFileSync(`${folder}/valid/one.body`, body);
  writeFileSync(`${folder}/valid/one.yaml`, SIDECAR);
}
