import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { UsageError } from '../support/errors.ts';
import { inProject } from '../support/paths.ts';
import { loadSubject } from './subject.ts';

const directories: string[] = [];
afterEach(async () => {
  for (const directory of directories.splice(0)) await rm(directory, { recursive: true, force: true });
});

describe('the files that we ship', () => {
  test('the reference is the default', async () => {
    expect(await loadSubject()).toMatchObject({ kind: 'reference', name: 'reference', revision: 'R3' });
  });

  test('the example of a command loads, with its paths beside the file', async () => {
    const subject = await loadSubject(inProject('compose/subjects/workspace-server.yaml'));
    if (subject.kind !== 'command') throw new Error(subject.kind);
    expect(subject.cwd.startsWith('/')).toBe(true);
    expect(subject.env).toMatchObject({ PORT: '{{port}}', MOLECULE_IN_DOCKER: '0', RATE_LIMIT: '1000000' });
    expect(subject).toMatchObject({ database: 'embedded', redis: 'embedded', readiness: '/health' });
  });

  test('the example of a remote loads, with its token from the environment', async () => {
    const subject = await loadSubject(inProject('compose/subjects/staging.yaml'), {
      STAGING_ADMIN_TOKEN: 'secret',
    });
    expect(subject).toMatchObject({ kind: 'remote', platform: { adminToken: 'secret' } });
  });
});

describe('what a file may say', () => {
  test('a revision is also known by its date', async () => {
    expect(await load({ ...command, revision: '2026-04-30' })).toMatchObject({ revision: 'R1' });
    expect(await load({ ...command, revision: '2026-06-06' })).toMatchObject({ revision: 'R3' });
  });

  test('a subject may follow the contract of a day between the revisions', async () => {
    const text = 'kind: reference\nname: may\nrevision: 2026-05-16\ncapabilities: []\n';
    expect(await loadSubject(write(text), {})).toMatchObject({ revision: '2026-05-16' });
  });

  test('JSON is as good as YAML', async () => {
    const file = write(JSON.stringify(command));
    expect(await loadSubject(file, {})).toMatchObject({ name: 'theirs', cwd: dirname(file) });
  });

  test('a baseline lies beside the file', async () => {
    const subject = await load({ ...command, baseline: 'known.yaml' });
    expect(subject.baseline).toBe(join(dirname(subject.file), 'known.yaml'));
  });

  test('an agent alone needs no token', async () => {
    const subject = await load({
      ...remote,
      url: undefined,
      adminToken: undefined,
      agentUrl: 'http://127.0.0.1:1/a',
    });
    expect(subject).toMatchObject({ kind: 'remote', agentUrl: 'http://127.0.0.1:1/a' });
    expect(subject).not.toHaveProperty('platform');
  });

  test('a token may be written out for a platform on this machine', async () => {
    const subject = await load({ ...remote, url: 'http://localhost:8080', adminToken: 'dev' });
    expect(subject).toMatchObject({ platform: { adminToken: 'dev' } });
  });

  test.each([remote, command])('a platform of kind $kind may have no admin token', async (subject) => {
    const { platform, ...loaded } = { platform: {}, ...(await load({ ...subject, adminToken: 'none' })) };
    expect(loaded).not.toHaveProperty('adminToken');
    expect(platform).not.toHaveProperty('adminToken');
  });
});

describe('what is refused, naming the file', () => {
  const refused: readonly (readonly [string, object | string, RegExp])[] = [
    ['an unknown key, with the nearest one', { ...command, readyness: '/x' }, /`readyness`.*`readiness`/],
    [
      'a key of another kind, with that kind',
      { ...command, url: 'http://x' },
      /`url` is unknown in a subject of kind command.*Only kind remote has it: leave it out, or change `kind`/,
    ],
    [
      'a key of two other kinds, with both',
      { ...reference, readiness: '/health' },
      /`readiness` is unknown in a subject of kind reference.*Only the kinds command and remote have it/,
    ],
    [
      'a key that is near to none, with all there are',
      { ...remote, timeout: 5 },
      /`timeout` is unknown in a subject of kind remote\. Kind remote has kind, name,/,
    ],
    [
      'an unknown key in a token',
      { ...remote, adminToken: { enw: 'X' } },
      /`adminToken` is neither `\{env: NAME\}`/,
    ],
    [
      'a token in the way of another kind',
      { ...command, adminToken: { env: 'X' } },
      /`\{\{adminToken\}\}`.*is for kind remote/,
    ],
    ['an unknown capability', { ...command, capabilities: ['telepathy'] }, /capabilities.0.*chat-history/],
    ['an unknown kind', { ...command, kind: 'image' }, /"image".*reference, command, remote/],
    ['no kind at all', { name: 'x' }, /`kind` is undefined/],
    ['a missing key', { ...command, command: undefined }, /`command` is missing/],
    [
      'an unknown revision',
      { ...command, revision: 'R2' },
      /`revision` is "R2", which is no revision.*Use R1 \(2026-04-30\), R3/,
    ],
    ['a day before R1', { ...command, revision: '2026-04-29' }, /`revision`.*lies before R1 \(2026-04-30\)/],
    ['a day after R3', { ...command, revision: '2026-06-07' }, /`revision`.*lies after R3 \(2026-06-06\)/],
    ['a day that does not exist', { ...command, revision: '2026-05-32' }, /`revision`.*no revision/],
    ['a revision that is no text', { ...command, revision: 3 }, /`revision` must be string/],
    [
      'an unknown template variable',
      { ...command, env: { A: '{{prot}}' } },
      /`env.A`.*\{\{prot\}\}.*\{\{port\}\}/,
    ],
    [
      'a database it uses and does not ask for',
      { ...command, env: { A: '{{databaseUrl}}' } },
      /`database: embedded`/,
    ],
    [
      'a Redis it uses and does not ask for',
      { ...command, command: ['x', '{{redisUrl}}'] },
      /`redis: embedded`/,
    ],
    [
      'a token that it passes on and does not have',
      { ...command, adminToken: 'none', env: { A: '{{adminToken}}' } },
      /`env.A` uses \{\{adminToken\}\}, but .*`adminToken: none`/,
    ],
    ['another variable in its own token', { ...command, adminToken: 'x{{port}}' }, /`adminToken` is neither/],
    ['a URL that is none', { ...remote, url: 'http://[' }, /`url` is no URL/],
    ['a URL with credentials', { ...remote, agentUrl: 'http://me:pw@x' }, /`agentUrl` holds credentials/],
    ['a port that is none', { ...command, port: 70_000 }, /`port` must be <= 65535/],
    ['a remote without any URL', { ...remote, url: undefined }, /neither `url` nor `agentUrl`/],
    ['a platform without a token', { ...remote, adminToken: undefined }, /needs an `adminToken`/],
    ['a token that is not set', { ...remote, adminToken: { env: 'NOT_SET' } }, /NOT_SET, which is not set/],
    ['a token written out for a host elsewhere', { ...remote, adminToken: 'k' }, /loopback URLs only/],
    ['a list', [], /not a mapping/],
    ['text that is no YAML', 'a: [', /neither YAML nor JSON/],
    ['a key that stands twice', 'kind: remote\nkind: command\n', /neither YAML nor JSON/],
  ];

  test.each(refused)('%s', async (_what, document, words) => {
    const file = write(typeof document === 'string' ? document : JSON.stringify(document));
    const error = await loadSubject(file, {}).catch((reason: unknown) => reason);
    if (!(error instanceof UsageError)) throw error;
    expect(error.exitCode).toBe(3);
    expect(error.message).toContain(file);
    expect(`${error.message} ${error.fix}`).toMatch(words);
  });

  test('a file that is not there', async () => {
    const error = await loadSubject('/no/such/subject.yaml').catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'SUBJECT_UNREADABLE', exitCode: 3 });
  });
});

const command = {
  kind: 'command',
  name: 'theirs',
  revision: 'R3',
  capabilities: [],
  command: ['./server', '--port={{port}}'],
};
const reference = { kind: 'reference', name: 'ours', revision: 'R3', capabilities: [] };
const remote = {
  kind: 'remote',
  name: 'elsewhere',
  revision: 'R3',
  capabilities: ['events'],
  url: 'https://platform.example.com',
  adminToken: { env: 'TOKEN' },
};

function load(document: object) {
  return loadSubject(write(JSON.stringify(document)), { TOKEN: 'x' });
}

function write(text: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'assay-subject-'));
  directories.push(directory);
  const file = join(directory, 'subject.yaml');
  writeFileSync(file, text);
  return file;
}
