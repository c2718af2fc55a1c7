import { expect, test } from 'vitest';
import { resolveRunOptions } from '../../config/run-options.ts';
import { loadSubject } from '../../config/subject.ts';
import { loadSuites } from '../../suites/index.ts';
import type { ProveJob } from '../job.ts';
import { thinned } from '../thin.ts';
import { drawTrials } from '../trial.ts';
import { mapSources } from './map-sources.ts';
import { narrowTo, THICKNESS } from './narrow.ts';
import { reachOf } from './reach.ts';

const job = await jobOf();
const trials = await drawTrials(job);
const map = await mapSources(job, trials);
const touchedBy = (...files: readonly string[]) => {
  const reaches = files.map((file) => reachOf(map, file));
  const narrowed = narrowTo({ since: 'HEAD', reaches, seed: job.options.seed }, trials);
  return { ...narrowed, ids: narrowed.narrowing.touched };
};

test('a policy of the platform touches the faults at its seams and at those of what is made with it', () => {
  const { ids } = touchedBy('compose/platform/a2a/message-rules.ts');
  expect(ids).toEqual(expect.arrayContaining(['M108', 'M109', 'M110', 'M111', 'M112', 'P-parts-reversed']));
  expect(ids.filter((id) => id.startsWith('R-') || id.startsWith('S-'))).toEqual([]);
  expect(ids.length).toBeLessThan(trials.length / 3);
});

test('every fault that is planted into a service is known by its file and by its seams', () => {
  const unknown = map.planted.filter(
    ({ planting, stands }) =>
      stands.at === 'seams' && (!planting || stands.modules === map.services.get(stands.service)),
  );
  expect(unknown.map(({ id }) => id)).toEqual([]);
});

test('what no fault is made with touches every fault of its service', () => {
  const { ids } = touchedBy('compose/platform/app.ts');
  const atPlatform = trials.filter(
    ({ planted: { plant } }) => plant.kind === 'service' && plant.service === 'platform',
  );
  expect(ids).toEqual(expect.arrayContaining(atPlatform.map(({ planted }) => planted.id)));
  expect(ids).not.toContain('R-stream-altered');
});

test('the file of a fault touches that fault alone', () => {
  const { ids } = touchedBy('harness/suites/corpus/faults/content/parts-reversed.ts');
  expect(ids).toEqual(['P-parts-reversed']);
});

test('an entry touches the faults that must kill it, and is owed a kill', () => {
  const { ids, cases } = touchedBy('corpus/valid/hg-content-string.yaml');
  expect(ids).toContain('M108');
  expect(ids).not.toContain('M109');
  expect([...cases]).toContain('corpus/hg-content-string@strict');
});

test.each([['harness/wire/transmit.ts'], ['harness/suites/corpus/judge/classify.ts']])(
  'code that judges, %s, touches all that is judged with it',
  (file) => {
    expect(touchedBy(file).ids).toEqual(expect.arrayContaining(['M108', 'R-stream-altered', 'S-task-fails']));
  },
);

test.each([['README.md'], ['harness/prove/changed/changed.test.ts']])(
  'a document or a test, %s, touches nothing',
  (file) => {
    const { ids, narrowing } = touchedBy(file);
    expect(ids).toEqual([]);
    expect(narrowing.isBeside).toBe(true);
  },
);

test('of many named cases a few are looked at, each way to die and every touched one among them', () => {
  const many = trials.filter(({ planted }) => planted.id === 'P-message-id-regenerated');
  const [whole] = many;
  const last = whole?.kills.at(-1)?.caseId ?? '';
  const [few] = thinned(many, () => new Set([last]), THICKNESS, 1);
  const ways = new Set(whole?.kills.map(({ clause, reason }) => `${clause} ${reason}`));
  expect(new Set(whole?.kills.map(({ caseId }) => caseId)).size).toBeGreaterThan(200);
  const ids = new Set(few?.kills.map(({ caseId }) => caseId));
  expect(ids.size).toBeLessThanOrEqual(Math.max(THICKNESS.named, ways.size) + 1);
  expect(ids).toContain(last);
});

async function jobOf(): Promise<ProveJob> {
  const options = await resolveRunOptions([], { seed: '1' }, {}, '/nowhere');
  return {
    options,
    suites: await loadSuites(),
    subject: await loadSubject(),
    argv: ['prove'],
    display: { quiet: true, color: false, note: () => undefined },
    signal: new AbortController().signal,
    question: 'faults',
  };
}
