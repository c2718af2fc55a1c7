import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { NewEvent } from './event.ts';
import { openEventLog } from './event-log.ts';
import { type PatienceTerms, patienceOfSuites } from './patience-terms.ts';
import { broken, judged } from './testing.ts';

const hanging = (suite: string, name: string) => of(suite, broken(name, { outcome: 'hang' }));
const answered = (suite: string) => of(suite, judged('v03-a'));
const of = (suite: string, event: ReturnType<typeof judged>) => {
  return { ...event, suite, id: event.id.replace('corpus/', `${suite}/`) };
};
const MIXED = [1, 2, 3, 4, 5].flatMap((nth) => [hanging('one', `v02-${nth}`), answered('two')]);

/** Why it is given up when these have been appended by this runner, and others by another one. */
const whyGivenUp = (terms: PatienceTerms, events: readonly NewEvent[], others: readonly NewEvent[] = []) => {
  using run = temporaryRun();
  const patience = patienceOfSuites(terms, run.file);
  for (const event of events) patience.note(run.ours.append(event));
  for (const event of others) run.theirs.append(event);
  return patience.givenUp()?.why;
};

test('the answers of one suite do not end the row of another', () => {
  expect(whyGivenUp({}, MIXED)).toContain('5 cases in a row');
  expect(whyGivenUp({}, MIXED.slice(0, -2))).toBeUndefined();
});

test('a subject that is known to be broken is asked everything', () => {
  expect(whyGivenUp({ probe: false }, MIXED)).toBeUndefined();
});

test('--bail counts over all suites', () => {
  const two = [hanging('one', 'v02-a'), hanging('two', 'v02-a')];
  expect(whyGivenUp({ bail: 2 }, two)).toBe('--bail 2: 2 cases did not pass');
  expect(whyGivenUp({ bail: 3 }, two)).toBeUndefined();
});

test('--bail counts what other runners of the run have appended, before the own ones and after', () => {
  const [ours, theirs] = [hanging('one', 'v02-a'), hanging('two', 'v02-a')];
  expect(whyGivenUp({ bail: 2 }, [ours], [theirs])).toBe('--bail 2: 2 cases did not pass');
  expect(whyGivenUp({ bail: 2 }, [], [theirs, theirs])).toBe('--bail 2: 2 cases did not pass');
  expect(whyGivenUp({ bail: 3 }, [ours], [theirs])).toBeUndefined();
  expect(whyGivenUp({}, [ours], [theirs])).toBeUndefined();
});

test('a line that another runner has half written is counted once it is whole', () => {
  using run = temporaryRun();
  const patience = patienceOfSuites({ bail: 1 }, run.file);
  const line = JSON.stringify({ ...hanging('two', 'v02-a'), at: '2026-01-01T00:00:00Z' });
  appendFileSync(run.file, line.slice(0, 40));
  expect(patience.givenUp()).toBeUndefined();
  appendFileSync(run.file, `${line.slice(40)}\n`);
  expect(patience.givenUp()).toMatchObject({ asked: true });
});

test('failures that the baseline lists are no reason', () => {
  const known = { owner: 'wire team', reason: 'it is being mended', expires: '2999-12-31', clause: 'A.4' };
  const entry = { ...known, case: 'one/v02-{1,2,3,4,5}' };
  const baseline = { formatVersion: 1, subject: 'reference', entries: [entry] } as const;
  expect(whyGivenUp({ bail: 1, baseline }, MIXED)).toBeUndefined();
});

/** The events of a run, held open by two runners. */
function temporaryRun() {
  const folder = mkdtempSync(join(tmpdir(), 'assay-bail-'));
  const file = join(folder, 'events.ndjson');
  const [ours, theirs] = [openEventLog(file), openEventLog(file)];
  return {
    ...{ file, ours, theirs },
    [Symbol.dispose]: () => {
      for (const log of [ours, theirs]) log[Symbol.dispose]();
      rmSync(folder, { recursive: true });
    },
  };
}
