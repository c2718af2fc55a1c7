import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRun } from '../../gate/evidence/read-run.ts';
import { judge } from '../../gate/judge.ts';
import { BUILT_IN } from '../../gate/policy/layers.ts';
import { REPORT_FILES } from '../../report/index.ts';
import { rebuildReport } from '../../report/past-run.ts';
import type { Report } from '../../report/report.ts';
import { judged } from '../../report/testing.ts';
import { mergeShards } from './merge.ts';
import { DIGEST, type Laid, layShard, RESULTS } from './test-support/laid-shards.ts';
import { merge, temporaryFolder } from './test-support/merging.ts';

const GREEN = RESULTS.map(({ id }) => judged(id.replace('corpus/', '')));

test('shards make the run that one machine would have made, whatever their order', async () => {
  const folder = temporaryFolder();
  layShard(join(folder, 'whole'), 0, undefined);
  const whole = await rebuildReport(join(folder, 'whole'));
  const merged = await merge(folder, [{}, {}, {}], [3, 1, 2]);
  expect(withoutTimes(merged)).toEqual(withoutTimes(whole));
  expect(merged).toMatchObject({ verdict: 'failed', exitCode: 1, whole: true });
  expect(merged.merged).toMatchObject({
    total: 3,
    missing: [],
    shards: [{ runId: 'run-1' }, {}, { index: 3 }],
  });
  expect(readdirSync(join(folder, 'out'))).toEqual(expect.arrayContaining([...REPORT_FILES]));
  for (const { evidence } of merged.cases)
    expect(readFileSync(join(folder, 'out', evidence[0] ?? ''), 'utf8')).toContain('{"case":');
});

test('a merged run is made again from its log, and the same shards always make the same', async () => {
  const folder = temporaryFolder();
  const merged = await merge(folder, [{}, {}]);
  expect(await rebuildReport(join(folder, 'out'))).toEqual(merged);
  const places = [join(folder, '2'), join(folder, '1')];
  const again = await mergeShards({ places, cwd: folder, out: join(folder, 'again') });
  expect(again).toEqual(merged);
});

test('what was merged whole can be promoted', async () => {
  const folder = temporaryFolder();
  await merge(folder, [{ results: GREEN }, { results: GREEN }]);
  expect(await brokenRules(folder)).toEqual([]);
});

test('a shard that is missing leaves it inconclusive, and the gate holds by its name', async () => {
  const folder = temporaryFolder();
  const merged = await merge(folder, [{ results: GREEN }, { results: GREEN }, {}], [1, 2]);
  expect(merged).toMatchObject({ verdict: 'inconclusive', exitCode: 2, whole: false });
  expect(merged.reasons).toContain('Shard 3 of 3 is missing: its cases were not judged.');
  expect(merged.unselected).toEqual(['corpus/v02-c', 'corpus/v03-f']);
  expect(readFileSync(join(folder, 'out/summary.md'), 'utf8')).toContain('5 of 7 cases (without shard 3/3)');
  expect(await brokenRules(folder)).toEqual([['whole', expect.stringContaining('shard 3/3 is missing')]]);
});

test.each<[string, Laid, string]>([
  [
    'was killed',
    { unsealed: true, events: (all) => all.slice(0, 4) },
    'its last event is missing (shard 2 of 2)',
  ],
  ['lost the end of its log', { unsealed: true }, 'its log has no seal (shard 2 of 2)'],
  [
    'was interrupted',
    {
      events: (all) => [
        ...all.slice(0, 4),
        { event: 'run.interrupted', signal: 'SIGINT', at: last(all) },
        ...all.slice(-1),
      ],
    },
    'The run was interrupted by SIGINT (shard 2 of 2).',
  ],
  [
    'lost a service',
    { events: (all) => [...all.slice(0, 4), lossAt(last(all)), ...all.slice(4)] },
    'ended in mid-run',
  ],
])('a shard that %s is named in the merged run, and keeps it from green', async (_what, how, words) => {
  const folder = temporaryFolder();
  const merged = await merge(folder, [{ results: GREEN }, { results: GREEN, ...how }]);
  expect(merged.exitCode).not.toBe(0);
  expect(merged.reasons.join('\n')).toContain(words);
  expect((await brokenRules(folder)).map(([id]) => id)).toContain('finished');
});

test('what one shard lost says nothing about the cases of another', async () => {
  const folder = temporaryFolder();
  const lost: Laid = {
    results: GREEN,
    events: (all) => [...all.slice(0, 3), lossAt(last(all.slice(0, 3))), ...all.slice(3)],
  };
  const merged = await merge(folder, [{ results: GREEN }, lost]);
  expect(merged.totals).toMatchObject({ planned: 7, passed: 4, inconclusive: 3 });
});

test('a clock that was set back in a shard is seen in the merged run', async () => {
  const folder = temporaryFolder();
  const back: Laid = {
    results: GREEN,
    events: (all) => all.map((each, at) => (at === 4 ? { ...each, at: all[0]?.at ?? '' } : each)),
  };
  await merge(folder, [{ results: GREEN }, back]);
  expect((await brokenRules(folder)).map(([id]) => id)).toEqual(['clock']);
});

test('a merged run is as old as its oldest shard', async () => {
  const folder = temporaryFolder();
  const old: Laid = {
    results: GREEN,
    events: (all) => all.map((each) => ({ ...each, at: each.at.replace('2026-03-04', '2026-02-01') })),
  };
  await merge(folder, [{ results: GREEN }, old]);
  expect((await brokenRules(folder)).map(([id]) => id)).toEqual(['fresh']);
});

function lossAt(at: string) {
  return {
    ...{ event: 'service.lost' as const, service: 'postgres', isSubject: false, state: 'ended' as const },
    ...{ signal: 'SIGKILL', lastLines: [], suites: ['corpus'], at },
  };
}

function last(events: readonly { readonly at: string }[]): string {
  return events.at(-1)?.at ?? '';
}

async function brokenRules(folder: string): Promise<readonly (readonly [string, string])[]> {
  const policy = { ...BUILT_IN, proof: 'none' as const, corpus: 'any' as const };
  const all = [await readRun(join(folder, 'out'), 'out', [])];
  const asked = { now: '2026-03-04T09:00:00.000Z', all, digests: [DIGEST], ownCorpus: 'c'.repeat(64) };
  const { runs } = judge(asked, policy);
  const rules = runs.flatMap(({ branches }) => branches.flatMap((branch) => branch.rules));
  return rules.filter(({ held }) => !held).map(({ id, evidence }) => [id, evidence]);
}

function withoutTimes(report: Report) {
  const { runId: _r, argv: _a, startedAt: _s, endedAt: _e, durationMs: _d, ...rest } = report;
  const { timings: _t, world: _w, seal: _l, merged: _m, ...told } = rest;
  return told;
}
