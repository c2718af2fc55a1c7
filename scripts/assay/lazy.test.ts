import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { inProject, projectRoot } from '../../harness/support/paths.ts';

let folder: string;

beforeAll(async () => {
  const { currentBundle } = await import(pathToFileURL(inProject('scripts/assay/current-bundle.mjs')).href);
  folder = dirname(await currentBundle(projectRoot));
});

test('the list of commands needs no package but its parser', () => {
  expect(packagesOf('harness/cli/main.ts')).toEqual(['commander']);
});

test('a run of a few cases loads neither containers nor browsers, parsers of source code, bundlers or other processes', () => {
  const loaded = ['commands/run.ts', 'timings.ts'].flatMap((file) => packagesOf(`harness/cli/${file}`));
  const corpus = packagesOf('harness/suites/corpus/suite.ts');
  const drift = ['enum', 'architecture'].flatMap((name) =>
    packagesOf(`harness/suites/drift-${name}/suite.ts`),
  );
  const own = packagesOf('harness/run/in-line.ts');
  expect(corpus).toContain('undici');
  expect([...new Set([...loaded, ...corpus, ...drift, ...own])].sort()).toEqual([
    'ajv',
    'ajv-formats',
    'commander',
    'diff',
    'fast-deep-equal',
    'fast-uri',
    'fastest-levenshtein',
    'json-schema-traverse',
    'picocolors',
    'undici',
    'yaml',
  ]);
});

/** What a source of ours has loaded before its first line runs, inside of the bundle and outside. */
function packagesOf(source: string): readonly string[] {
  const texts = [...closure(fileWith(source))].map((name) => readFileSync(join(folder, name), 'utf8'));
  const inside = texts.flatMap((text) => [
    ...text.matchAll(/^\/\/ .*node_modules\/((?:@[^/]+\/)?[^/]+)\//gm),
  ]);
  const outside = texts.flatMap((text) => [
    ...text.matchAll(/^import .*"((?:@[\w-]+\/)?[\w-]+)[\w./-]*";$/gm),
  ]);
  const names = [...inside, ...outside].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => !isBuiltin(name)).sort();
}

function fileWith(source: string): string {
  const found = readdirSync(folder).filter((name) =>
    readFileSync(join(folder, name), 'utf8').includes(`\n// ${source}\n`),
  );
  expect(found, source).not.toEqual([]);
  return found[0] ?? '';
}

function closure(name: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const text = readFileSync(join(folder, name), 'utf8');
  for (const [, next = ''] of text.matchAll(/^(?:import|\} from|export .* from) ?"\.\/([^"]+)";$/gm))
    closure(next, seen);
  return seen;
}
