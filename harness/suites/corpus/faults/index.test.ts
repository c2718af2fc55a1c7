import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Fault } from '../../../faults/fault.ts';
import { inProject } from '../../../support/paths.ts';
import { FAULTS } from './index.ts';

const FOLDER = inProject('harness/suites/corpus/faults');
const KEPT_OUT_OF_SERVICES = ['of-the-corpus.ts'];

const preloaded = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .filter((file) => !KEPT_OUT_OF_SERVICES.includes(file));
/** What stands beside the folders is the index and helpers. */
const faultFiles = preloaded.filter((file) => file.includes('/'));

test('ids are unique', () => {
  const ids = FAULTS.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

test('the regressions that the corpus exists for are in it', () => {
  const wanted = ['M108', 'M109', 'M110', 'M111', 'M112', 'M114', 'M116'];
  expect(FAULTS.map(({ id }) => id)).toEqual(expect.arrayContaining(wanted));
});

test('each file in the folders holds one fault, by the name of the file, and the index has exactly these', async () => {
  const held = await Promise.all(
    faultFiles.map(async (file): Promise<Readonly<Record<string, Fault>>> => import(join(FOLDER, file))),
  );
  expect(held.map((exports) => Object.keys(exports))).toEqual(faultFiles.map((file) => [nameOf(file)]));
  const ids = held.flatMap((exports) => Object.values(exports)).map(({ id }) => id);
  expect(ids.sort()).toEqual(FAULTS.map(({ id }) => id).sort());
});

test('nothing that is preloaded into a service imports more than the planting, types and helpers that import nothing', () => {
  const allowed = new Set([...preloaded, '../../../faults/plant.ts', '../../../support/parse-json.ts']);
  const imported = preloaded.flatMap((file) =>
    valueImports(readFileSync(join(FOLDER, file), 'utf8')).map(
      (from) => [file, relative(FOLDER, resolve(FOLDER, dirname(file), from))] as const,
    ),
  );
  expect(imported.length).toBeGreaterThan(FAULTS.length);
  expect(imported.filter(([, target]) => !allowed.has(target))).toEqual([]);
});

test('every seam belongs to the service that the fault is planted in', () => {
  const services = FAULTS.flatMap(({ id, plant }) =>
    plant.kind === 'service' && plant.seams.length > 0
      ? plant.seams.map(({ seam }) => [id, plant.service, seam.split('.')[0]])
      : [[id, plant.kind, 'no seam of a service']],
  );
  const prefixes = new Map([
    ['platform', 'platform'],
    ['echo-runtime', 'runtime'],
  ]);
  expect(services.filter(([, service = '', prefix]) => prefixes.get(service) !== prefix)).toEqual([]);
});

test('each fault names what must find it', () => {
  const empty = FAULTS.filter(
    ({ kills }) =>
      kills.length === 0 || kills.some(({ cases }) => typeof cases !== 'function' && cases.length === 0),
  );
  expect(empty.map(({ id }) => id)).toEqual([]);
});

test('every reason says something: none matches any text', () => {
  const kills = FAULTS.flatMap((fault) => fault.kills);
  expect(kills.filter(({ reason }) => reason.test('') || reason.test('the sender got HTTP 418'))).toEqual([]);
});

/** `content/first-part-only.ts` → `firstPartOnly` */
function nameOf(file: string): string {
  const [, name = ''] = /\/(.+)\.ts$/.exec(file) ?? [];
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function valueImports(code: string): readonly string[] {
  return [...code.matchAll(/^import (?!type\b)(?:[^;]*? from )?'([^']+)'/gm)].map(([, from = '']) => from);
}
