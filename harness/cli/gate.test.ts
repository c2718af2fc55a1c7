import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIGEST, ENDED, GREEN, layRun, PROVEN, type SampleRun } from '../gate/test-support/sample.ts';
import { judged } from '../report/testing.ts';
import { assay, workingDirectory } from './test-support/assay.ts';

const HOUR_MS = 3_600_000;
const fresh: SampleRun = {
  shiftMs: Date.now() - Date.parse(ENDED) - HOUR_MS,
  start: { proof: { ...PROVEN, at: new Date(Date.now() - 24 * HOUR_MS).toISOString() } },
};

let place: Awaited<ReturnType<typeof workingDirectory>>;
beforeAll(async () => {
  place = await workingDirectory();
  const lay = async (name: string, sample: SampleRun) => {
    await mkdir(join(place.path, name));
    await layRun(join(place.path, name), { ...fresh, ...sample });
  };
  await lay('green', {});
  await lay('open', {
    runId: 'run-2',
    results: [...GREEN, judged('v02-z', { verdict: 'inconclusive', reason: 'the runtime is gone' })],
  });
  await lay('broken', { runId: 'run-3' });
  writeFileSync(join(place.path, 'broken/report.json'), '{"runId": "run-3", "formatV');
  writeFileSync(
    join(place.path, 'policy.yaml'),
    'formatVersion: 1\nname: release\ncorpus: any\ndigests: named\n',
  );
  writeFileSync(join(place.path, 'repo.yaml'), 'formatVersion: 1\nsuites: { corpus: 3 }\n');
});
afterAll(() => place[Symbol.asyncDispose]());

const gate = (...words: readonly string[]) => assay(place.path, 'gate', ...words);
const POLICY = ['--policy', 'policy.yaml', '--digest', DIGEST];

describe('the gate', () => {
  test('promotes a green run with exit 0, verdict and reason first', async () => {
    const { exitCode, stdout } = await gate(...POLICY, '--policy', 'repo.yaml', 'green');
    expect(stdout.split('\n')[0]).toMatch(
      /^PROMOTE: all 35 rules hold for run-1 \(3 judged, 1 recorded only, 0 not applicable\), which judged registry/,
    );
    expect(stdout).toContain('policy release + repo.yaml');
    expect(exitCode).toBe(0);
  });

  test('holds a run with one inconclusive case with exit 1, and says in one document why', async () => {
    const { exitCode, stdout } = await gate(...POLICY, '--json', 'open');
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ formatVersion: 1, verdict: 'HOLD', digests: [DIGEST] });
    expect(answer.why).toBe('1 of 35 rules are broken: 1 cases came to no conclusion [unknown].');
    expect(exitCode).toBe(1);
  });

  test('tells the same as Markdown, with every rule', async () => {
    const { stdout } = await gate(...POLICY, '--markdown', 'open');
    expect(stdout).toMatch(/^# HOLD\n/);
    expect(stdout.match(/^\| (ok|\*\*HOLD\*\*) \|/gm)).toHaveLength(35);
  });

  test('explains one rule, with a run and without', async () => {
    expect((await gate(...POLICY, '--explain', 'unknown', 'open')).stdout).toContain(
      'corpus/v02-z: inconclusive',
    );
    const { stdout, exitCode } = await gate('--explain', 'fresh');
    expect(stdout).toContain('policy `maximumAgeHours`: how old the run may be; now 168');
    expect(exitCode).toBe(0);
  });

  test('notes a promotion in the history, and takes the run for no second one', async () => {
    const add = await assay(place.path, 'history', 'add', 'kept', 'green');
    expect(add.exitCode).toBe(0);
    writeFileSync(join(place.path, 'once.yaml'), 'formatVersion: 1\nonce: true\n');
    const words = [...POLICY, '--policy', 'once.yaml', '--history', 'kept', 'green'];
    expect((await gate('--dry-run', ...words)).stderr).toContain('dry run, nothing is noted');
    expect((await gate(...words)).exitCode).toBe(0);
    expect(readdirSync(join(place.path, 'kept/promotions'))).toHaveLength(1);
    const again = await gate(...words);
    expect(again.stdout).toContain('run-1 was used for a promotion');
    expect(again.exitCode).toBe(1);
    rmSync(join(place.path, 'kept'), { recursive: true });
  });

  test('tells in a dry run what the last policy changes', async () => {
    const { stderr, exitCode } = await gate('--dry-run', ...POLICY, '--policy', 'repo.yaml', 'green');
    expect(stderr).toContain('what the last policy changes:\n  nothing');
    expect(exitCode).toBe(0);
    const other = await gate('--dry-run', '--policy', 'policy.yaml', 'green');
    expect(other.stderr).toContain('run-1 digests: held -> broken, no digest was named');
    expect(other.stderr).toContain('run-1 corpus: broken -> held');
  });
});

test.each([
  ['a report that is cut off', 2, 'is truncated', [...POLICY, 'broken']],
  ['a folder that is not there', 2, 'cannot be read', [...POLICY, 'gone']],
  ['a policy that is not there', 2, 'cannot be read', ['--policy', 'gone.yaml', 'green']],
  ['a history that is not there', 2, 'There is no history', [...POLICY, '--history', 'gone', 'green']],
  ['no run', 3, 'No run was named', POLICY],
  ['a tag for a digest', 3, 'names no digest', ['--digest', 'platform:latest', 'green']],
  ['a rule that does not exist', 3, 'Did you mean "fresh"?', ['--explain', 'frech', 'green']],
  ['an unknown option', 3, '--polizy', ['--polizy', 'x', 'green']],
])('%s is exit %i and no answer', async (_what, code, words, line) => {
  const { exitCode, stdout, stderr } = await gate(...line);
  expect(stderr).toContain(words);
  expect(stdout).toBe('');
  expect(exitCode).toBe(code);
});
