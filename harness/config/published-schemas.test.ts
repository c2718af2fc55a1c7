import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inProject } from '../support/paths.ts';
import { CONFIG_SCHEMA, SUBJECT_SCHEMA, subjectKeyTable } from './published-schemas.ts';
import { loadSubject } from './subject.ts';
import { checkShape } from './subject-schema.ts';

const BASE = { name: 'theirs', revision: 'R3', capabilities: [] };
const isSubject = new Ajv({ allowUnionTypes: true, strictTypes: false }).compile(SUBJECT_SCHEMA);

test.each([
  ['config', CONFIG_SCHEMA],
  ['subject', SUBJECT_SCHEMA],
])('the schema of a %s file is published as the code reads it', async (name, schema) => {
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(inProject(`harness/config/${name}.schema.json`));
});

describe('the published schema of a subject', () => {
  test.each(readdirSync(inProject('compose/subjects')).filter((name) => name.endsWith('.yaml')))(
    'takes the file %s that we ship',
    (name) => {
      const subject = parse(readFileSync(inProject(`compose/subjects/${name}`), 'utf8'));
      expect(isSubject(subject), JSON.stringify(isSubject.errors)).toBe(true);
    },
  );

  test.each([
    ['reference', {}, true],
    ['reference', { url: 'http://x' }, false],
    ['command', { command: ['x'], port: 8080, cwd: '..', readinessTimeoutMs: 5 }, true],
    ['command', {}, false],
    ['command', { command: ['x'], port: 0 }, false],
    ['command', { command: ['x'], adminToken: { env: 'X' } }, false],
    ['remote', { agentUrl: 'https://x', readinessTimeoutMs: 5, adminToken: { env: 'X' } }, true],
    ['remote', { agentUrl: 'ftp://x' }, false],
    ['remote', { command: ['x'] }, false],
    ['nothing', {}, false],
  ])('judges a %s with %j as the code does', (kind, over, isSound) => {
    const document = { kind, ...BASE, ...over };
    expect(isSubject(document)).toBe(isSound);
    const reading = () => checkShape('/a.yaml', document);
    if (isSound) expect(reading()).toBe(document);
    else expect(reading).toThrowError(expect.objectContaining({ code: 'SUBJECT_INVALID' }));
  });
});

test('the README tells every key of a subject file', async () => {
  const file = inProject('README.md');
  const page = readFileSync(file, 'utf8');
  const between = /(<!-- subject keys:.*-->\n)[\s\S]*(\n<!-- \/subject keys -->)/;
  expect(page).toMatch(between);
  await expect(
    page.replace(between, (_all, head, tail) => head + subjectKeyTable() + tail),
  ).toMatchFileSnapshot(file);
});

test('the README tells every key of the settings', () => {
  const settings = readFileSync(inProject('README.md'), 'utf8').split('\n## Settings\n')[1] ?? '';
  for (const key of Object.keys(CONFIG_SCHEMA.properties)) expect(settings).toContain(`| \`${key}\` |`);
});

test('the defaults that are told are those that hold', async () => {
  const { command } = await import('./subject-keys.ts').then(({ SUBJECT_KEYS }) => SUBJECT_KEYS);
  const told = Object.entries(command).flatMap(([key, schema]) =>
    'default' in schema && key !== 'cwd' ? [[key, schema.default]] : [],
  );
  const file = inProject('harness/config/fixtures/least-command.yaml');
  expect(await loadSubject(file, {})).toMatchObject({
    ...Object.fromEntries(told),
    cwd: inProject('harness/config/fixtures'),
  });
});
