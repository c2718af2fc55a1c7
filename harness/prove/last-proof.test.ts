import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepProof, lastProof } from './last-proof.ts';
import { sourceDigest } from './source-digest.ts';

let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-proof-'));
  file = join(folder, 'deep/proof.json');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('without a proof none was ever made', async () => {
  expect(await lastProof(file)).toEqual({ standing: 'never', sources: await sourceDigest() });
});

test('a proof of these sources is known, and a second one adds to it', async () => {
  const digest = await sourceDigest();
  await keepProof({ digest, proof: { mutantScore: { killed: 3, total: 4 } } }, file);
  await keepProof({ digest, proof: { vacuous: 0 } }, file);
  const figures = { mutantScore: { killed: 3, total: 4 }, vacuous: 0 };
  expect(await lastProof(file)).toMatchObject({ standing: 'proven', ...figures });
});

test('a proof is as old as the oldest of its figures, until that is found again', async () => {
  const dated = join(folder, 'dated.json');
  const digest = await sourceDigest();
  const on = (day: number) => new Date(`2026-03-0${day}T00:00:00Z`);
  await keepProof({ digest, proof: { vacuous: 0 } }, dated, on(1));
  await keepProof({ digest, proof: { unkilled: 0 } }, dated, on(3));
  expect(await lastProof(dated)).toMatchObject({ at: on(1).toISOString() });
  await keepProof({ digest, proof: { vacuous: 0 } }, dated, on(5));
  expect(await lastProof(dated)).toMatchObject({ at: on(3).toISOString() });
});

test('a proof of other sources names the commit that it was made at, and nothing of it is kept', async () => {
  await keepProof({ digest: 'of other sources', proof: { vacuous: 0 } }, file);
  const { commit, at: _at, ...rest } = await lastProof(file);
  expect(rest).toEqual({ standing: 'outdated', sources: await sourceDigest() });
  if (commit !== undefined) expect(commit).toMatch(/^[0-9a-f]{12}( with changes)?$/);
  await keepProof({ digest: await sourceDigest(), proof: { vacuous: 1 } }, file);
  expect(await lastProof(file)).toMatchObject({ standing: 'proven', vacuous: 1 });
});

test.each([
  ['hides no newer one elsewhere', ['old', 'new']],
  ['is passed over where a newer one comes first', ['new', 'old']],
])('a proof of other sources %s', async (_how, order) => {
  const places = { old: join(folder, 'old.json'), new: join(folder, 'new.json') };
  await keepProof({ digest: 'of other sources', proof: { vacuous: 0 } }, places.old);
  await keepProof({ digest: await sourceDigest(), proof: { vacuous: 2 } }, places.new);
  const files = order.map((each) => places[each as keyof typeof places]);
  expect(await lastProof(...files)).toMatchObject({ standing: 'proven', vacuous: 2 });
  expect(await lastProof(places.old, file)).toMatchObject({ standing: 'proven', vacuous: 1 });
  expect(await lastProof(places.old, join(folder, 'none.json'))).toMatchObject({ standing: 'outdated' });
});

test.each(['', '{"digest":', '[]', '{"digest":1,"proof":{}}'])(
  'a file with %j proves nothing',
  async (text) => {
    await writeFile(file, text);
    expect(await lastProof(file)).toEqual({ standing: 'never', sources: await sourceDigest() });
  },
);
