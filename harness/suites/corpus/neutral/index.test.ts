import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Neutral } from '../../../faults/fault.ts';
import { inProject } from '../../../support/paths.ts';
import { FAULTS } from '../faults/index.ts';
import { suite } from '../suite.ts';
import { WIRE_FAULTS } from '../wire-faults/index.ts';
import { IN_SERVICES } from './in-services.ts';
import { NEUTRAL } from './index.ts';

const FOLDER = inProject('harness/suites/corpus/neutral');
const SHARED = inProject('harness/faults/neutral');
/** What stands beside the folders is the lists and helpers. */
const variantFiles = filesIn(FOLDER);

test('there are at least 25 of them, in every place where a world can differ', () => {
  expect(NEUTRAL.length).toBeGreaterThanOrEqual(25);
  const places = NEUTRAL.map(({ plant }) => (plant.kind === 'wire' ? `before ${plant.before}` : plant.kind));
  expect([...new Set(places)].sort()).toEqual([
    'before platform',
    'before runtimes',
    'pace',
    'service',
    'world',
  ]);
});

test('ids are unique among faults and variants, and say what they are', () => {
  const ids = [...FAULTS, ...WIRE_FAULTS, ...NEUTRAL].map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  expect(NEUTRAL.filter(({ id }) => !/^N-[a-z]+(-[a-z]+)+$/.test(id))).toEqual([]);
});

test('titles are claims: a sentence about somebody, with a verb, and no two alike', () => {
  const titles = NEUTRAL.map(({ title }) => title);
  const isClaim = (title: string) =>
    /^[a-z]/.test(title) && !title.endsWith('.') && title.split(' ').length >= 5;
  expect(titles.filter((title) => !isClaim(title))).toEqual([]);
  expect(new Set(titles).size).toBe(titles.length);
});

test('each file in the folders holds one variant, by the name of the file, and the index has exactly these', async () => {
  const files = [FOLDER, SHARED].flatMap((folder) => filesIn(folder).map((file) => join(folder, file)));
  const held = await Promise.all(
    files.map(async (file): Promise<Readonly<Record<string, Neutral>>> => import(file)),
  );
  expect(held.map((exports) => Object.keys(exports))).toEqual(files.map((file) => [nameOf(file)]));
  const ids = held.flatMap((exports) => Object.values(exports)).map(({ id }) => id);
  expect(ids.sort()).toEqual(NEUTRAL.map(({ id }) => id).sort());
  const names = files.map((file) => `N-${nameOf(file).replace(/[A-Z]/g, (big) => `-${big.toLowerCase()}`)}`);
  expect(ids).toEqual(names.sort());
});

test('what stands in a service is preloaded, and nothing else is', () => {
  const inServices = NEUTRAL.filter(({ plant }) => plant.kind === 'service');
  expect(IN_SERVICES).toEqual(inServices);
});

test('nothing that is preloaded into a service imports more than the planting, types and its own helpers', () => {
  const allowed = /^(\.\.\/(in-services|elsewhere)\.ts|(\.\.\/)+faults\/plant\.ts|node:[a-z/]+)$/;
  const files = variantFiles.filter((file) => file.startsWith('services/'));
  const imported = files.flatMap((file) =>
    valueImports(readFileSync(join(FOLDER, file), 'utf8')).map((from) => [file, from] as const),
  );
  expect(files).toHaveLength(IN_SERVICES.length);
  expect(imported.length).toBeGreaterThanOrEqual(files.length);
  expect(imported.filter(([, from]) => !allowed.test(from))).toEqual([]);
});

test('every seam belongs to the service that the variant is planted in', () => {
  const prefixes = new Map([
    ['platform', 'platform'],
    ['echo-runtime', 'runtime'],
  ]);
  const seams = IN_SERVICES.flatMap(({ id, plant }) =>
    plant.kind === 'service' ? plant.seams.map(({ seam }) => [id, plant.service, seam.split('.')[0]]) : [],
  );
  expect(seams.length).toBeGreaterThanOrEqual(IN_SERVICES.length);
  expect(seams.filter(([, service = '', prefix]) => prefixes.get(service) !== prefix)).toEqual([]);
});

test('what comes to bear on few cases alone says on which, and they exist', async () => {
  const scene = {
    revision: 'R3',
    subjectName: 'reference',
    capabilities: ['chat-history', 'control-plane', 'database', 'events'],
    hasPlatform: true,
    standsForRuntimes: true,
  } as const;
  const { cases } = await suite.plan(scene);
  const touching = NEUTRAL.flatMap(({ id, touches }) =>
    touches ? [{ id, count: cases.filter(touches).length }] : [],
  );
  expect(touching.length).toBeGreaterThan(0);
  expect(touching.filter(({ count }) => count === 0)).toEqual([]);
});

/** The variants below a folder, by their paths from there. */
function filesIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.includes('/') && file.endsWith('.ts') && !file.endsWith('/index.ts'));
}

/** `agents/agent-more-headers.ts` → `agentMoreHeaders` */
function nameOf(file: string): string {
  const [, name = ''] = /\/([^/]+)\.ts$/.exec(file) ?? [];
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function valueImports(code: string): readonly string[] {
  return [...code.matchAll(/^import (?!type\b)(?:[^;]*? from )?'([^']+)'/gm)].map(([, from = '']) => from);
}
