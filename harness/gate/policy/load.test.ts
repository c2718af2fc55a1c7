import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inProject } from '../../support/paths.ts';
import { sampleFolder } from '../test-support/sample.ts';
import { loadPolicyLayer } from './load.ts';
import { POLICY_SCHEMA, policyKeyTable } from './schema.ts';

const SUITES = ['corpus', 'cursor'];

async function loaded(text: string | undefined) {
  using folder = sampleFolder();
  const file = join(folder.path, 'policy.yaml');
  if (text !== undefined) writeFileSync(file, text);
  return await loadPolicyLayer(file, SUITES);
}

test('the schema of a policy is published as the code reads it', async () => {
  const text = `${JSON.stringify(POLICY_SCHEMA, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(inProject('harness/gate/policy/policy.schema.json'));
});

test('the README tells every key of a policy', async () => {
  const file = inProject('README.md');
  const page = readFileSync(file, 'utf8');
  const between = /(<!-- policy keys:.*-->\n)[\s\S]*(<!-- \/policy keys -->)/;
  expect(page).toMatch(between);
  await expect(
    page.replace(between, (_all, head, tail) => `${head}${policyKeyTable()}\n${tail}`),
  ).toMatchFileSnapshot(file);
});

test('the policy that the README shows is one', async () => {
  const [, shown = ''] =
    / {3}```yaml\n( {3}formatVersion[\s\S]*?) {3}```/.exec(readFileSync(inProject('README.md'), 'utf8')) ??
    [];
  expect(await loaded(shown.replaceAll(/^ {3}/gm, ''))).toMatchObject({ name: 'release', once: true });
});

test('a policy is read with the keys of its signers', async () => {
  using folder = sampleFolder();
  const file = join(folder.path, 'policy.yaml');
  writeFileSync(join(folder.path, 'release.pub'), '-----BEGIN PUBLIC KEY-----\n');
  writeFileSync(
    file,
    'formatVersion: 1\nsuites: { corpus: 3 }\nsigners: [{ name: release, key: release.pub }]\n',
  );
  expect(await loadPolicyLayer(file, SUITES)).toEqual({
    formatVersion: 1,
    suites: { corpus: 3 },
    signers: [{ name: 'release', key: '-----BEGIN PUBLIC KEY-----\n' }],
  });
});

describe('a policy is refused with exit 2, and says why, when it', () => {
  const HEAD = 'formatVersion: 1\n';
  test.each([
    ['is not there', undefined, 'cannot be read'],
    ['is empty', ' \n', 'is empty'],
    ['is no YAML', `${HEAD}suites: [`, 'line 2'],
    ['has a key twice', `${HEAD}proof: none\nproof: none\n`, 'line 3'],
    ['has no version', 'proof: none\n', "required property 'formatVersion'"],
    ['is of another version', 'formatVersion: 2\n', '/formatVersion'],
    ['has an unknown key', `${HEAD}maximumAgeHour: 5\n`, 'Did you mean "maximumAgeHours"?'],
    [
      'has an unknown key deeper',
      `${HEAD}waivers: [{ case: a, owner: b, reason: c, expires: 2026-01-01, until: x }]\n`,
      'unknown key "until"',
    ],
    [
      'has a waiver without an owner',
      `${HEAD}waivers: [{ case: a, reason: c, expires: 2026-01-01 }]\n`,
      "required property 'owner'",
    ],
    [
      'has a waiver that ends on no day',
      `${HEAD}waivers: [{ case: a, owner: b, reason: c, expires: soon }]\n`,
      '/waivers/0/expires',
    ],
    [
      'waives with a wildcard',
      `${HEAD}waivers: [{ case: 'corpus/*', owner: b, reason: c, expires: 2026-01-01 }]\n`,
      'name each case',
    ],
    [
      'leaves out without a bound',
      `${HEAD}notApplicable: [{ case: 'corpus/*', reason: c }]\n`,
      'cases of tomorrow',
    ],
    ['asks for a suite that does not exist', `${HEAD}suites: { corpsu: 3 }\n`, 'Did you mean "corpus"?'],
    ['asks for more days than runs', `${HEAD}bake: { runs: 2, businessDays: 3 }\n`, 'cannot lie on 3 days'],
    ['takes no run however young', `${HEAD}maximumAgeHours: 0\n`, '/maximumAgeHours'],
    [
      'names a key that is not there',
      `${HEAD}signers: [{ name: release, key: gone.pub }]\n`,
      'which cannot be read',
    ],
    ['asks whether to promote the inconclusive', `${HEAD}unknown: allow\n`, 'unknown key "unknown"'],
  ])('%s', async (_what, text, words) => {
    const error = await loaded(text).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: 'POLICY_UNREADABLE', exitCode: 2 });
    const { message, details } = error as { message: string; details: readonly string[] };
    expect([message, ...details].join('\n')).toContain(words);
  });
});
