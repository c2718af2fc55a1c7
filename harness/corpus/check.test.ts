import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it, test } from 'vitest';
import { checkCorpus } from './check.ts';
import { loadCorpus } from './load.ts';
import { corpusCopy } from './test-support/corpus-copy.ts';

const copy = await corpusCopy();
afterEach(copy.restore);
afterAll(copy.dispose);

/** Plants one fault and expects one problem: its rule and file, and words in its message. */
async function kills(where: string, words: RegExp, plant: () => Promise<void>): Promise<void> {
  await plant();
  const problems = await copy.problems();
  expect(problems.map((problem) => problem.where)).toEqual([where]);
  expect(problems[0]?.message).toMatch(words);
  expect(problems[0]?.fix).not.toBe('');
}

const SIDECAR = 'valid/v03-text.yaml';
const PAYLOAD = 'valid/v03-text.body';

it('finds nothing wrong with the corpus of the project', async () => {
  expect(await copy.problems()).toEqual([]);
});

test('an entry without a source, a date or a reason is a problem', async () => {
  for (const key of ['source', 'since', 'why']) {
    await kills(`schema ${SIDECAR}`, new RegExp(`required property '${key}'`), () =>
      copy.edit(SIDECAR, new RegExp(`^${key}:.*\n( .*\n)*`, 'm'), ''),
    );
    await copy.restore();
  }
});

test('a source that nobody can look up is a problem', () =>
  kills(`provenance ${SIDECAR}`, /`my notes`/, () => copy.edit(SIDECAR, /source:.*/, 'source: my notes')));

test('an entry that nobody has filled in is a problem', async () => {
  for (const key of ['title', 'why']) {
    await kills(`provenance ${SIDECAR}`, new RegExp(`${key} still says FILL IN`), () =>
      copy.edit(SIDECAR, new RegExp(`^${key}: `, 'm'), `${key}: FILL IN `),
    );
    await copy.restore();
  }
});

test('a date that does not exist is a problem', () =>
  kills(`provenance ${SIDECAR}`, /2026-02-30/, () => copy.edit(SIDECAR, /since:.*/, 'since: 2026-02-30')));

test('a reason that repeats the title is a problem', () =>
  kills(`provenance ${SIDECAR}`, /says nothing/, () =>
    copy.edit(
      SIDECAR,
      /why:.*\n( .*\n)*/,
      'why: One text part, the plainest message of v0.3, the plainest one.\n',
    ),
  ));

test('a reason that is too short is a problem, and both it and its mending say how long one must be', async () => {
  await copy.edit(SIDECAR, /why:.*\n( .*\n)*/, 'why: Seen in a log of last year.\n');
  const [problem] = await copy.problems();
  expect(problem?.message).toMatch(/it has 27 characters and 7 words of its own/);
  expect(problem?.fix).toMatch(/at least 40 characters, 5 words of which are not in the title/);
});

test('an entry that mixes two causes of refusal is a problem, for the second would never be seen', async () => {
  const mixed = (metadata: string) => () =>
    copy.edit(PAYLOAD, '"kind": "message"', `"kind": "message", "metadata": ${metadata}`);
  await kills(
    `one-cause ${PAYLOAD}`,
    /mixes a number beyond the range of a double and an integer above 2\^53/,
    () => mixed('{"huge":1e400,"order":9007199254740993}')(),
  );
  await copy.restore();
  await kills(
    `one-cause ${PAYLOAD}`,
    /mixes half of a surrogate pair and U\+0000/,
    mixed('{"a":"\\ud83d","b":"\\u0000"}'),
  );
});

test('several numbers that are only rounded may stand in one entry', async () => {
  await copy.edit(
    PAYLOAD,
    '"kind": "message"',
    '"kind": "message", "metadata": {"a":9007199254740993,"b":-0}',
  );
  expect(await copy.problems()).toEqual([]);
});

test('an e-mail address of somebody is a problem, one at example.com is not', async () => {
  await kills(`personal-data ${PAYLOAD}`, /jane\.doe@corp\.io/, () =>
    copy.edit(PAYLOAD, 'open reviews', 'reviews of jane.doe@corp.io and of bob@example.com'),
  );
});

test('a phone number is a problem', () =>
  kills(`personal-data ${SIDECAR}`, /\+49 30 901820/, () =>
    copy.edit(SIDECAR, /title:.*/, 'title: Call +49 30 901820 for the plainest message'),
  ));

test('an IP address outside the documentation ranges is a problem', () =>
  kills(`personal-data ${PAYLOAD}`, /8\.8\.4\.4/, () =>
    copy.edit(PAYLOAD, 'open reviews', 'logs of 127.0.0.1, 192.0.2.7 and 8.8.4.4'),
  ));

test('a credential of a known form is a problem', () =>
  kills(`secret ${PAYLOAD}`, /GitHub token/, () =>
    copy.edit(PAYLOAD, 'open reviews', `reviews with ${'gh'}p_${'a1B2'.repeat(9)}`),
  ));

test('a long word that looks random is a problem', () =>
  kills(`secret ${PAYLOAD}`, /looks random/, () =>
    copy.edit(PAYLOAD, 'open reviews', `reviews ${'qX7v'}Zt2LmR9${'pWk4'}YhB8sNc1DfG6jUa3kTe5o`),
  ));

test.each([
  ['headers', 'keep-alive', 'timeout=5'],
  ['headers', 'expect', '100-continue'],
  ['headers', 'upgrade', 'websocket'],
  ['headers', 'x-name', '漢字'],
  ['headers', 'connection', 'x-name'],
  ['headers', 'transfer-encoding', 'gzip'],
  ['schema', '":method"', 'GET'],
  ['schema', '"x name"', 'a'],
])('a header that no client can send is a problem (rule %s): %s', (rule, name, value) =>
  kills(`${rule} ${SIDECAR}`, rule === 'headers' ? /^header `/ : /header|property name/, () =>
    copy.edit(
      SIDECAR,
      /^expect:/m,
      `headers: { content-type: application/json, ${name}: ${value} }\nexpect:`,
    ),
  ),
);

test('a payload above 64 KiB is a problem', () =>
  kills(`size ${PAYLOAD}`, /limit is 65536/, () => copy.edit(PAYLOAD, 'open reviews', 'x '.repeat(40_000))));

test('a filler that grows beyond 20 MiB is a problem', () =>
  kills('size valid/v03-many-parts.body', /grows beyond/, () =>
    copy.edit('valid/v03-many-parts.yaml', 'times: 4999', 'times: 4999000'),
  ));

test('a filler without its token in the payload is a problem', () =>
  kills('fill valid/v03-many-parts.body', /`@@PARTS@@`/, () =>
    copy.edit('valid/v03-many-parts.body', '@@PARTS@@', ''),
  ));

test('a payload on shelf valid that is no JSON object is a problem', () =>
  kills(`parses ${PAYLOAD}`, /no JSON object/, () => copy.edit(PAYLOAD, /\}\s*$/, '')));

test('an entry to be delivered without the nonce is a problem', () =>
  kills(`nonce ${PAYLOAD}`, /no nonce/, () => copy.edit(PAYLOAD, 'ASSAY-NONCE-000000000000', 'nothing')));

test('a session that uses what no reply gave it is a problem', () =>
  kills('capture sessions/session-same-context.2.body', /\{\{conversation\}\}/, () =>
    copy.edit('sessions/session-same-context.2.body', '{{contextId}}', '{{conversation}}'),
  ));

test('a corpus that has lost a family is a problem, whatever the minimum file says', async () => {
  for (const shelf of ['valid', 'invalid'])
    for (const name of await readdir(join(copy.folder, shelf)))
      if (name.startsWith('v01-')) await copy.remove(`${shelf}/${name}`);
  await copy.edit('coverage.yaml', /v0\.1: .*/, 'v0.1: { entries: 0, delivered: 0, rejected: 0 }');
  const problems = await copy.problems();
  expect(problems.map(({ where }) => where)).toContain('coverage coverage.yaml');
  expect(problems.map(({ message }) => message)).toContain(
    '0 delivered entries of family v0.1, at least 1 are wanted',
  );
});

test('a shelf below its minimum is a problem', () =>
  kills('coverage coverage.yaml', /entries on shelf malformed/, () =>
    copy.edit('coverage.yaml', /malformed: \d+/, 'malformed: 999'),
  ));

test('an SDK line that too few entries reach is a problem', () =>
  kills('sdk-line coverage.yaml', /reaching line 0\.2/, () =>
    copy.edit('coverage.yaml', /'0\.2': \d+/, "'0.2': 999"),
  ));

test('too many policy entries are a problem', () =>
  kills('policy-share coverage.yaml', /are policy/, () =>
    copy.edit('coverage.yaml', /policyShare:.*/, 'policyShare: 0.01'),
  ));

test('a corpus without its minimum file is a problem', () =>
  kills('coverage coverage.yaml', /missing/, () => copy.remove('coverage.yaml')));

test('an SDK that was bumped without a replay is a problem', async () => {
  await copy.edit('pins.yaml', 'a2a-sdk-0.3: 0.3.14', 'a2a-sdk-0.3: 0.3.13');
  const problems = await copy.problems();
  expect(problems.map(({ where }) => where)).toEqual(['pins pins.yaml', 'pins pins.yaml']);
  expect(problems[0]?.message).toBe(
    'a2a-sdk-0.3 is 0.3.14 in package.json; the corpus was last replayed against 0.3.13',
  );
  expect(problems[0]?.fix).toContain('assay run corpus');
});

test('an SDK that differs only in the lock file is a problem too', async () => {
  const packageFolder = await mkdtemp(join(tmpdir(), 'assay-package-'));
  const sdks = { 'a2a-sdk-0.2': '0.2.5', 'a2a-sdk-0.3': '0.3.14', 'a2a-sdk-1': '1.3.0' };
  const dependencies = Object.entries(sdks).map(([name, version]) => [name, `npm:@a2a-js/sdk@${version}`]);
  const manifest = { dependencies: Object.fromEntries(dependencies) };
  const lock = { packages: { 'node_modules/a2a-sdk-1': { version: '1.3.1' } } };
  await writeFile(join(packageFolder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(packageFolder, 'package-lock.json'), JSON.stringify(lock));
  const problems = await checkCorpus(await loadCorpus(copy.folder), { packageFolder });
  expect(problems.map(({ message }) => message)).toEqual([
    'a2a-sdk-1 is 1.3.1 in package-lock.json; the corpus was last replayed against 1.3.0',
  ]);
  await rm(packageFolder, { recursive: true });
});

const TOMBSTONE = "  - { id: gone, reason: 'Nobody sends this any more.', date: '2026-11-21' }\n";

test('a tombstone for a living entry is a problem', () =>
  kills('tombstone tombstones.yaml', /`v03-text` has a tombstone and is alive/, () =>
    copy.edit('tombstones.yaml', 'removed: []', `removed:\n${TOMBSTONE.replace('gone', 'v03-text')}`),
  ));

test('two tombstones for one entry are a problem', () =>
  kills('tombstone tombstones.yaml', /two tombstones/, () =>
    copy.edit('tombstones.yaml', 'removed: []', `removed:\n${TOMBSTONE}${TOMBSTONE}`),
  ));

test('a tombstone without reason or date is a problem', async () => {
  for (const [left, missing] of [
    ['{ id: gone, date: "2026-11-21" }', 'reason'],
    ['{ id: gone, reason: Nobody sends this any more. }', 'date'],
  ] as const) {
    await kills('tombstone tombstones.yaml', new RegExp(`required property '${missing}'`), () =>
      copy.edit('tombstones.yaml', 'removed: []', `removed:\n  - ${left}\n`),
    );
    await copy.restore();
  }
});
