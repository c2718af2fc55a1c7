import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judged } from '../../report/testing.ts';
import { mergeShards } from './merge.ts';
import { DIGEST, type Laid, layShard, provenance, RESULTS } from './test-support/laid-shards.ts';
import { merge, temporaryFolder } from './test-support/merging.ts';

const EVIDENCE = 'evidence/corpus/v03-b/exchanges.ndjson';
const EVIDENCE_OF_FIRST = 'evidence/corpus/v03-a/exchanges.ndjson';

test.each<[string, Laid, string]>([
  ['seed', { start: { seed: 8 } }, 'seed: 7 in shard 1/2 (1), 8 in shard 2/2 (2)'],
  [
    'words',
    { start: { argv: ['run', 'corpus', '--shard', '2/2'] } },
    'command line: run in shard 1/2 (1), run corpus',
  ],
  ['subject', { start: { subject: { name: 'mine', kind: 'remote', revision: 'R3' } } }, 'mine (remote, R3)'],
  ['revision', { start: { revision: 'R1' } }, 'revision: R3 in shard 1/2 (1), R1'],
  ['mutant', { start: { mutant: 'M108' } }, 'mutant: none in shard 1/2 (1), M108'],
  ['Assay', { start: { versions: { assay: '0.2.0' } } }, 'version of assay: 0.1.0 in shard 1/2 (1), 0.2.0'],
  [
    'commit',
    { start: { provenance: provenance({ commit: 'e' }) } },
    `commit: ${'b'.repeat(40)} in shard 1/2 (1), ${'e'.repeat(40)}`,
  ],
  [
    'corpus',
    { start: { provenance: provenance({ corpus: 'e' }) } },
    `corpus: ${'c'.repeat(64)} in shard 1/2 (1), ${'e'.repeat(64)}`,
  ],
  [
    'digest',
    { world: { digests: { platform: 'other' } } },
    `digest of platform: ${DIGEST} in shard 1/2 (1), other`,
  ],
])('a shard of another %s is refused with both values', async (_what, how, words) => {
  const folder = temporaryFolder();
  const error = await merge(folder, [{}, how]).catch((each: unknown) => each);
  expect(error).toMatchObject({ code: 'SHARDS_DISAGREE', exitCode: 3 });
  expect((error as { details: readonly string[] }).details.join('\n')).toContain(words);
  expect(existsSync(join(folder, 'out'))).toBe(false);
});

test('a shard that is given twice, or comes of another split, is refused', async () => {
  const folder = temporaryFolder();
  layShard(join(folder, 'a'), 1, 3);
  layShard(join(folder, 'b'), 2, 4);
  const into = (...places: readonly string[]) =>
    mergeShards({ places, cwd: folder, out: join(folder, 'out') });
  await expect(into('a', 'a')).rejects.toThrow('shard 1/3 (a) and shard 1/3 (a) are the same shard');
  await expect(into('a', 'b')).rejects.toThrow('shard 1/3 (a) and shard 2/4 (b) are of different splits');
});

test('shards that chose from other cases, or were cut otherwise, are refused', async () => {
  const folder = temporaryFolder();
  const other = [...RESULTS.slice(1), judged('v03-z')];
  await expect(merge(folder, [{}, { results: other }])).rejects.toThrow('chose from other cases');
  const plan = { cases: [], unselected: RESULTS.map(({ id }) => id) };
  await expect(merge(folder, [{}, { plan }])).rejects.toThrow('were dealt 4 and 0 cases');
});

test.each<[string, (place: string) => void, string]>([
  [
    'log was edited',
    (place) => replaceIn(join(place, 'events.ndjson'), '"passed"', '"failed"'),
    'EVENTS_EDITED',
  ],
  [
    'log has more than it sealed',
    (place) =>
      appendFileSync(
        join(place, 'events.ndjson'),
        '{"event":"case.started","id":"x","at":"2026-03-04T05:06:07.000Z"}\n',
      ),
    'EVENTS_EDITED',
  ],
  ['evidence was altered', (place) => appendFileSync(join(place, EVIDENCE), 'x'), 'EVIDENCE_UNSOUND'],
  ['evidence is gone', (place) => rmSync(join(place, EVIDENCE)), 'EVIDENCE_UNSOUND'],
  ['log is gone', (place) => rmSync(join(place, 'events.ndjson')), 'NO_RUN_THERE'],
])('a shard whose %s is refused, and nothing is written', async (_what, spoil, code) => {
  const folder = temporaryFolder();
  for (const index of [1, 2]) layShard(join(folder, `${index}`), index, 2);
  spoil(join(folder, '2'));
  const merging = mergeShards({ places: ['1', '2'], cwd: folder, out: join(folder, 'out') });
  await expect(merging).rejects.toMatchObject({ code });
  expect(existsSync(join(folder, 'out'))).toBe(false);
});

test('evidence that would lie elsewhere is refused', async () => {
  const folder = temporaryFolder();
  const files = { 'evidence/../../stolen': 'e'.repeat(64) };
  const how: Laid = {
    events: (all) => all.map((each) => (each.event === 'run.evidence' ? { ...each, files } : each)),
  };
  await expect(merge(folder, [{}, how])).rejects.toThrow('lists evidence/../../stolen');
});

test('a sealed shard that does not list its evidence is refused', async () => {
  const folder = temporaryFolder();
  const how: Laid = { events: (all) => all.filter(({ event }) => event !== 'run.evidence') };
  await expect(merge(folder, [{}, how])).rejects.toThrow('The evidence of 2 is not listed in events.ndjson');
});

test('a run that is no shard, or merged already, is refused', async () => {
  const folder = temporaryFolder();
  layShard(join(folder, 'whole'), 0, undefined);
  const alone = mergeShards({ places: ['whole'], cwd: folder, out: join(folder, 'out') });
  await expect(alone).rejects.toThrow('whole is a run of its own, of all 7 cases, and no shard of one');
  await merge(folder, [{}, {}]);
  const twice = mergeShards({ places: ['out'], cwd: folder, out: join(folder, 'twice') });
  await expect(twice).rejects.toThrow('out is a merged run already');
});

test('a place where a shard lies is not emptied for the merged run', async () => {
  const folder = temporaryFolder();
  layShard(join(folder, '1'), 1, 1);
  writeFileSync(join(folder, '1/.assay-run'), 'run-1\n');
  for (const out of [join(folder, '1'), folder, join(folder, '1/merged')])
    await expect(mergeShards({ places: ['1'], cwd: folder, out })).rejects.toMatchObject({
      code: 'OUT_HOLDS_SHARD',
    });
  expect(existsSync(join(folder, '1', EVIDENCE_OF_FIRST))).toBe(true);
});

function replaceIn(file: string, from: string, to: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
}
