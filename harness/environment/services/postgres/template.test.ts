import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { processEnv } from '../../../config/process-env.ts';
import { deadlineIn } from '../../../support/deadline.ts';
import { Scope } from '../../../support/scope.ts';
import { findPostgres } from './binaries.ts';
import { databaseOwner } from './owner.ts';
import { isOpenToAll, reachable } from './reachable.ts';
import { templateFor } from './template.ts';

const binaries = findPostgres(processEnv.PATH, 'path-or-package');

test('several first users at once end up with one whole template', async () => {
  await using scope = new Scope();
  const templates = templatesDirectory(scope);
  const make = () => templateFor(binaries, databaseOwner(), templates, deadlineIn(20_000));
  const made = await Promise.all([make(), make(), make()]);
  expect(new Set(made.map(({ data }) => data)).size).toBe(1);
  expect(new Set(made.map(({ password }) => password)).size).toBe(1);
  expect(readFileSync(join(made[0]?.data ?? '', 'PG_VERSION'), 'utf8')).toMatch(/^\d+\n$/);
  expect(readdirSync(templates)).toHaveLength(1);
});

test('templates of past days are cleared away when a new one is made', async () => {
  await using scope = new Scope();
  const templates = templatesDirectory(scope);
  const old = join(templates, '.0123abcd');
  mkdirSync(old);
  utimesSync(old, new Date(0), new Date(0));
  await templateFor(binaries, databaseOwner(), templates, deadlineIn(20_000));
  expect(existsSync(old)).toBe(false);
});

test('programs that lie where the database user cannot go are copied to where it can', async () => {
  await using scope = new Scope();
  const templates = templatesDirectory(scope);
  const hidden = mkdtempSync(join(tmpdir(), 'assay-hidden-'));
  scope.defer(() => rm(hidden, { recursive: true, force: true }));
  mkdirSync(join(hidden, 'bin'));
  for (const name of ['postgres', 'initdb']) writeFileSync(join(hidden, 'bin', name), '');
  const found = {
    postgres: join(hidden, 'bin/postgres'),
    initdb: join(hidden, 'bin/initdb'),
    from: 'package',
  } as const;
  expect(isOpenToAll(join(hidden, 'bin'))).toBe(false);
  const owner = { uid: 65_534, gid: 65_534 };
  const copied = await reachable(found, owner, templates);
  expect(copied.postgres.startsWith(templates)).toBe(true);
  expect(existsSync(copied.initdb)).toBe(true);
  expect(await reachable(found, undefined, templates)).toBe(found);
});

function templatesDirectory(scope: Scope): string {
  const directory = mkdtempSync(join(tmpdir(), 'assay-templates-'));
  chmodSync(directory, 0o711);
  scope.defer(() => rm(directory, { recursive: true, force: true }));
  return directory;
}
