import { readdirSync, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { inProject } from '../support/paths.ts';
import { SPELLINGS } from '../support/redaction/fixtures/spellings.ts';
import { RUN_TYPESCRIPT } from '../support/typescript.ts';
import { assay, workingDirectory } from './test-support/assay.ts';

const ADMIN_TOKEN = 'Adm1n-tok3n~Kx9Qz7Lw2Bn8';

test('a subject that tells its tokens in every spelling gets none of them into anything that a run writes', async () => {
  await using directory = await workingDirectory();
  const tokensFile = join(directory.path, 'tokens');
  await writeFile(tokensFile, `${ADMIN_TOKEN}\n`);
  await writeFile(join(directory.path, 'subject.yaml'), stringify(tellsItsTokens(tokensFile)));
  const words = ['run', 'corpus', '-g', 'hg-content.*@(strict|0.3)$', '--verbose', '--workers', '1'];
  const { exitCode, stdout, stderr } = await assay(directory.path, ...words, '--subject', 'subject.yaml');
  const report = join(directory.path, 'assay-report');
  const written = filesBelow(report);
  const texts = new Map(written.map((file) => [file, readFileSync(file, 'utf8')]));
  texts.set('stdout', stdout).set('stderr', stderr);
  const tokens = readFileSync(tokensFile, 'utf8').trim().split('\n');
  expect(exitCode, stdout + stderr).toBe(1);
  expect(tokens.length).toBeGreaterThan(3);
  expect(written.length).toBeGreaterThan(10);
  expect([...texts.values()].join('').match(/redacted:[0-9a-f]{12}/g)?.length).toBeGreaterThan(50);
  expect(leaksIn(texts, tokens)).toEqual([]);
  expect(modesOtherThan(0o600, written)).toEqual([]);
  expect(modesOtherThan(0o700, foldersBelow(report))).toEqual([]);
});

function tellsItsTokens(tokensFile: string): object {
  return {
    ...{ kind: 'command', name: 'tells', revision: 'R3', capabilities: [], adminToken: ADMIN_TOKEN },
    command: [process.execPath, ...RUN_TYPESCRIPT, inProject('harness/cli/fixtures/tells-its-tokens.ts')],
    env: {
      ...{
        PORT: '{{port}}',
        HOST: '127.0.0.1',
        DATABASE_URL: '{{databaseUrl}}',
        ADMIN_TOKEN: '{{adminToken}}',
      },
      ...{ CONTRACT_REVISION: 'R3', MOLECULE_ENV: 'development', TOKENS_FILE: tokensFile, DIE_AT: '150' },
      MIGRATIONS_DIR: inProject('compose/platform/migrations'),
    },
    ...{ database: 'embedded', readiness: '/health', cwd: inProject('.') },
  };
}

/** Which token stands where, in which spelling: in the text as it is, and as a reader of it would see it. */
function leaksIn(texts: ReadonlyMap<string, string>, tokens: readonly string[]): readonly string[] {
  return [...texts].flatMap(([file, text]) => {
    const readings = [text, ...[text.split('\n'), [text]].flatMap((each) => [stringsIn(each).join('\n')])];
    const seen = readings.flatMap((reading) => [reading, visible(reading)]).map((each) => each.toLowerCase());
    return tokens.flatMap((token) =>
      Object.entries(SPELLINGS)
        .filter(([, spell]) => seen.some((each) => each.includes(spell(token).toLowerCase())))
        .map(([spelling]) => `${file}: ${token}, ${spelling}`),
    );
  });
}

/** Every string of what is JSON among some texts. */
function stringsIn(texts: readonly string[]): readonly string[] {
  const strings: string[] = [];
  const gather = (_name: string, value: unknown) => {
    if (typeof value === 'string') strings.push(value);
    return value;
  };
  for (const text of texts) {
    try {
      JSON.parse(text, gather);
    } catch {}
  }
  return strings;
}

function visible(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/[\u200b\u00ad\u2060]/g, '')
    .normalize('NFKC');
}

function filesBelow(folder: string): readonly string[] {
  return all(folder).filter((path) => statSync(path).isFile());
}

function foldersBelow(folder: string): readonly string[] {
  return [folder, ...all(folder).filter((path) => statSync(path).isDirectory())];
}

function all(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
}

function modesOtherThan(mode: number, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => (statSync(path).mode & 0o777) !== mode);
}
