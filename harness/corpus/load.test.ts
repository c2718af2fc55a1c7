import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it, test } from 'vitest';
import { UsageError } from '../support/errors.ts';
import { inProject } from '../support/paths.ts';
import { loadCorpus } from './load.ts';
import { corpusCopy } from './test-support/corpus-copy.ts';

const copy = await corpusCopy();
afterEach(copy.restore);
afterAll(copy.dispose);

const SIDECAR = 'valid/v03-text.yaml';

/** Loads a copy with one fault planted and gives its problems as `rule file: message | fix`. */
async function faults(plant: () => Promise<void>) {
  await copy.restore();
  await plant();
  const { problems } = await loadCorpus(copy.folder);
  return problems.map(({ rule, file, message, fix }) => `${rule} ${file}: ${message} | ${fix}`);
}

it('loads every entry of the project, sorted by id, without a problem', async () => {
  const { entries, problems } = await loadCorpus(inProject('corpus'));
  const ids = entries.map(({ id }) => id);
  expect(problems).toEqual([]);
  expect(ids.length).toBeGreaterThanOrEqual(110);
  expect(ids).toEqual([...ids].sort());
});

it('fills in the defaults', async () => {
  const { entries } = await loadCorpus(inProject('corpus'));
  const entry = entries.find(({ id }) => id === 'hg-extra-top-level');
  expect(entry).toMatchObject({ shelf: 'valid', route: 'platform', runtimes: ['strict', '0.3'], agent: {} });
  expect(entry?.revisions).toEqual(['R1', 'R3']);
  expect(entry?.steps[0]).toMatchObject({
    headers: { 'content-type': 'application/json' },
    fill: [],
    variants: [],
  });
});

it('keeps an entry that sends no header at all apart from the default', async () => {
  const { entries } = await loadCorpus(inProject('corpus'));
  expect(entries.find(({ id }) => id === 'ct-none')?.steps[0]?.headers).toEqual({});
});

test('malformed YAML is a problem that names the place', async () => {
  const [fault] = await faults(() => copy.edit(SIDECAR, 'title:', '\ttitle: "'));
  expect(fault).toMatch(/^yaml valid\/v03-text\.yaml: .*line \d+/);
});

test('a sidecar whose aliases explode is a problem and no crash', async () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
  for (const [name, of] of ['ba', 'cb', 'dc', 'ed'] as const)
    bomb.push(`${name}: &${name} [${Array(10).fill(`*${of}`).join(', ')}]`);
  const [fault] = await faults(() => copy.write(SIDECAR, bomb.join('\n')));
  expect(fault).toMatch(/^yaml valid\/v03-text\.yaml: Excessive alias count/);
});

test('an unknown key is refused with the nearest known one', async () => {
  const [fault] = await faults(() => copy.edit(SIDECAR, 'family:', 'famly:'));
  expect(fault).toMatch(/famly|required property 'family'/);
  const [extra] = await faults(() => copy.edit(SIDECAR, 'family:', 'tittle: x\nfamily:'));
  expect(extra).toMatch(
    /^unknown-key valid\/v03-text\.yaml: the sidecar: unknown key `tittle` \| Did you mean `title`/,
  );
});

test('an unknown key inside an expectation is refused too', async () => {
  const [fault] = await faults(() => copy.edit(SIDECAR, 'rewrites:', 'rewritten: []\n  rewrites:'));
  expect(fault).toMatch(/unknown-key .* \/expect: unknown key `rewritten` \| Did you mean `rewrites`/);
});

test('a caller is refused where no platform could know it', async () => {
  const [fault] = await faults(() => copy.edit(SIDECAR, 'family:', 'route: direct\ncaller: both\nfamily:'));
  expect(fault).toMatch(/^schema valid\/v03-text\.yaml: \/route: must be equal to constant, found "direct"/);
});

test('an unknown outcome is refused', async () => {
  const [fault] = await faults(() => copy.edit(SIDECAR, 'outcome: delivered', 'outcome: arrived'));
  expect(fault).toMatch(/^schema valid\/v03-text\.yaml: \/expect: .*outcome/);
});

test('a value outside its list is refused with the list', async () => {
  const [fault] = await faults(() => copy.edit(SIDECAR, 'family: v0.3', 'family: v0.4'));
  expect(fault).toMatch(/\/family: .*"v0\.1","v0\.2","v0\.3","1\.0".* found "v0\.4"/);
});

test('a delivered entry that no schema judges must say why', async () => {
  const [fault] = await faults(() => copy.edit(SIDECAR, "schema: '0.3'", 'schema: none'));
  expect(fault).toMatch(/required property 'schemaReason'/);
});

test('another format version is refused with the one found and the one supported', async () => {
  const [fault] = await faults(() => copy.edit(SIDECAR, 'formatVersion: 1', 'formatVersion: 2'));
  expect(fault).toMatch(
    /^format-version valid\/v03-text\.yaml: formatVersion is 2; this version of Assay supports 1/,
  );
  const [missing] = await faults(() => copy.edit(SIDECAR, 'formatVersion: 1\n', ''));
  expect(missing).toMatch(/formatVersion is missing/);
});

test('what differs between the revisions has to name the rule that separates them', async () => {
  const typed = 'valid/v01-type-text.yaml';
  expect(await faults(() => copy.edit(typed, /rule:.*\n/, ''))).toEqual([
    `rule ${typed}: no rule separates its revisions | Add \`rule:\` with an id that \`npx assay explain --between R1 R3\` lists.`,
  ]);
  const [variants] = await faults(() => copy.edit('valid/hg-no-role.yaml', /rule:.*\n/, ''));
  expect(variants).toMatch(/^rule valid\/hg-no-role\.yaml: no rule separates/);
  const [unknown] = await faults(() => copy.edit(typed, 'rule: renamesType', 'rule: renameType'));
  expect(unknown).toBe(
    `rule ${typed}: \`renameType\` is no rule of the contract | Did you mean "renamesType"?`,
  );
  const [other] = await faults(() => copy.edit(typed, 'rule: renamesType', 'rule: hasChatHistory'));
  expect(other).toMatch(/`hasChatHistory` is one of D, and the entry is judged by A\.4/);
});

test('what holds in both revisions alike names no rule', async () => {
  const [fault] = await faults(() => copy.edit(SIDECAR, 'expect:', 'rule: renamesType\nexpect:'));
  expect(fault).toMatch(/^rule valid\/v03-text\.yaml: the rule `renamesType` separates nothing/);
});

test('a payload without its sidecar is a problem', async () => {
  const found = await faults(() => copy.write('invalid/lonely.body', '{}'));
  expect(found).toEqual([
    'missing-sidecar invalid/lonely.body: no sidecar `lonely.yaml` | Add the sidecar or remove the payload.',
  ]);
});

test('a sidecar without its payload is a problem', async () => {
  const found = await faults(() => copy.remove('valid/v03-text.body'));
  expect(found).toEqual([
    'missing-payload valid/v03-text.yaml: payload `v03-text.body` is missing | Add it beside the sidecar.',
  ]);
});

test('a payload that no step uses is a problem', async () => {
  const [fault] = await faults(() => copy.write('sessions/session-same-context.9.body', '{}'));
  expect(fault).toMatch(
    /^orphan-payload sessions\/session-same-context\.9\.body: no step of `session-same-context\.yaml`/,
  );
});

test('a file of another kind is a problem', async () => {
  const [fault] = await faults(() => copy.write('valid/notes.txt', 'x'));
  expect(fault).toMatch(/^stray-file valid\/notes\.txt/);
});

test('an id that is not the file name is a problem', async () => {
  const [fault] = await faults(() => copy.edit(SIDECAR, 'id: v03-text', 'id: v03-other'));
  expect(fault).toMatch(/^id valid\/v03-text\.yaml: id is `v03-other` but the file is named `v03-text`/);
});

test('an id that stands on two shelves is a problem', async () => {
  for (const kind of ['yaml', 'body']) await copy.move(`valid/v03-text.${kind}`, `malformed/raw-bom.${kind}`);
  await copy.edit('malformed/raw-bom.yaml', 'id: v03-text', 'id: raw-bom');
  await copy.edit('valid/v03-int-id.yaml', 'id: v03-int-id', 'id: raw-bom');
  for (const kind of ['yaml', 'body']) await copy.move(`valid/v03-int-id.${kind}`, `valid/raw-bom.${kind}`);
  const { problems } = await loadCorpus(copy.folder);
  expect(problems.map(({ rule }) => rule)).toEqual(['duplicate-id']);
  expect(problems[0]?.message).toMatch(/id `raw-bom` is taken by (valid|malformed)\/raw-bom\.yaml/);
});

test('steps outside sessions are a problem', async () => {
  const [fault] = await faults(() =>
    copy.edit(
      SIDECAR,
      /expect:[\s\S]*/,
      "steps:\n  - expect: { outcome: delivered, rewrites: [], schema: '0.3' }\n",
    ),
  );
  expect(fault).toMatch(/^schema valid\/v03-text\.yaml: `steps` belong to sessions, not to valid/);
});

it('takes a shelf that cannot be read for a problem, not for an empty one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'assay-corpus-'));
  await mkdir(join(folder, 'valid'));
  await writeFile(join(folder, 'sessions'), 'not a folder');
  const { problems } = await loadCorpus(folder);
  await rm(folder, { recursive: true });
  expect(problems).toMatchObject([{ file: 'sessions', message: expect.stringContaining('ENOTDIR') }]);
});

it('refuses a folder that is no corpus', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'assay-empty-'));
  await expect(loadCorpus(folder)).rejects.toThrow(UsageError);
  await expect(loadCorpus(join(folder, 'absent'))).rejects.toThrow(/is no corpus/);
  await rm(folder, { recursive: true });
});
