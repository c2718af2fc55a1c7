import { expect, test } from 'vitest';
import type { CaseResult, NewEvent } from './event.ts';
import { allOf, createBail, createPatience } from './patience.ts';

const ended = (more: Partial<CaseResult>): NewEvent => ({
  event: 'case.finished',
  ...{ id: 'corpus/a', suite: 'corpus', title: 'a', clause: 'A.1', facets: {}, reproduce: 'assay run' },
  ...{ verdict: 'passed', findings: [], durationMs: 1, observations: 1, bytesSent: 1, evidence: [] },
  ...more,
});
const failed = (actual: string, more: Partial<CaseResult> = {}) =>
  ended({ verdict: 'failed', findings: [{ clause: 'F.2', expected: ['201'], actual }], ...more });

const passed = ended({});
const refused = (id = 1) => failed(`the workspace was not created: 500 "w-${id}"`, { observations: 0 });
const hanging = failed('no complete reply', { outcome: 'hang' });
const hangingFirst = failed('no reply, HANG: nothing within 10000 ms', { observations: 0 });
const overdue: NewEvent = {
  event: 'case.crashed',
  ...{ id: 'corpus/late', message: 'It did not end within 180000 ms.', durationMs: 180_000 },
};
const crashed = ended({ verdict: 'errored', reason: 'The inbox is gone.', observations: 0 });
const missing = ended({
  ...{ verdict: 'inconclusive', observations: 0 },
  reason: 'fewer than two routes: this world has no runtime 1.x',
});
const recordedHang = ended({ policy: 'changed', outcome: 'hang', reason: 'It was delivered once.' });
const harnessCrash: NewEvent = {
  event: 'case.crashed',
  ...{ id: 'corpus/c', message: 'no result', durationMs: 3 },
};
const lost = failed('text lost', { outcome: 'dropped' });

const noteAll = (patience: ReturnType<typeof createPatience>, events: readonly NewEvent[]) => {
  for (const event of events) patience.note(event);
  return patience.givenUp()?.why;
};
const times = (count: number, event: NewEvent) => Array.from({ length: count }, () => event);

test.each([
  ['refuses to make any workspace', refused()],
  ['never answers a message', hanging],
  ['never answers while a case is prepared', hangingFirst],
  ['never lets a case end', overdue],
  ['cannot be asked by us', crashed],
])('a subject that %s is given up after five cases, not before', (_what, event) => {
  const patience = createPatience();
  expect(noteAll(patience, times(4, event))).toBeUndefined();
  expect(noteAll(patience, [event])).toContain('5 cases in a row came to nothing in the same way');
});

test('what is a single case’s own does not make another way of it', () => {
  expect(noteAll(createPatience(), [1, 2, 3, 4, 5].map(refused))).toContain('not created');
});

test('what a case would have come to, had it begun, makes no difference', () => {
  const expecting = (expectedOutcome: string) =>
    failed('the workspace was not created: 500', { observations: 0, expectedOutcome });
  const mixed = ['delivered', 'policy', 'rejected', 'delivered', 'policy'].map(expecting);
  expect(noteAll(createPatience(), mixed)).toContain('5 cases in a row');
});

test('hangs count together, wherever they are', () => {
  const mixed = [hanging, hangingFirst, hanging, hangingFirst, hanging];
  expect(noteAll(createPatience(), mixed)).toContain('the subject never answered');
});

test('a subject that has let cases begin may refuse one shape of them for long, and not for ever', () => {
  const patience = createPatience();
  expect(noteAll(patience, [passed, ...times(49, refused())])).toBeUndefined();
  expect(noteAll(patience, [refused()])).toContain('50 cases in a row');
});

test('of a subject that has let cases begin the hangs of one entry count once', () => {
  const patience = createPatience();
  const senders = ['strict', '0.2', '0.3', '1.x'];
  const hangingAt = (entry: string) =>
    senders.map((who) => failed('', { id: `corpus/${entry}@${who}`, outcome: 'hang' }));
  expect(noteAll(patience, [passed, ...['a', 'b', 'c', 'd'].flatMap(hangingAt)])).toBeUndefined();
  expect(noteAll(patience, hangingAt('e').slice(0, 1))).toContain('17 cases in a row');
});

test.each([
  ['a case for which something is missing', missing],
  ['a recorded hang that is no longer what it was', recordedHang],
  ['a harness that crashed', harnessCrash],
])('%s neither makes nor ends a row, and is no sign that cases begin', (_what, event) => {
  const patience = createPatience();
  expect(noteAll(patience, times(60, event))).toBeUndefined();
  expect(noteAll(patience, [...times(4, refused()), event])).toBeUndefined();
  expect(noteAll(patience, [refused()])).toContain('5 cases in a row');
});

test('failures that are known are no reason to give up, and those beside them are', () => {
  const patience = createPatience(({ id }) => id === 'corpus/known');
  const known = failed('', { id: 'corpus/known', outcome: 'hang' });
  expect(noteAll(patience, [...times(60, known), ...times(4, hanging)])).toBeUndefined();
  expect(noteAll(patience, [hanging])).toContain('5 cases in a row');
});

test.each([
  ['a case that passed', passed],
  ['a case that was answered, if wrongly', lost],
  ['another way to come to nothing', failed('cannot register', { observations: 0 })],
])('%s ends the row', (_what, event) => {
  expect(noteAll(createPatience(), [...times(4, refused()), event, ...times(4, refused())])).toBeUndefined();
});

test('broken clauses are no reason to give up, however many', () => {
  expect(noteAll(createPatience(), times(500, lost))).toBeUndefined();
});

test('--bail counts what did not pass: not what is recorded, and not what the baseline expects', () => {
  const bail = createBail(2, ({ id }) => id === 'corpus/known');
  const quiet = [passed, failed('', { policy: 'changed' }), failed('', { id: 'corpus/known' })];
  expect(noteAll(bail, [...quiet, lost])).toBeUndefined();
  expect(noteAll(bail, [ended({ verdict: 'inconclusive' })])).toBe('--bail 2: 2 cases did not pass');
});

test('several kinds of patience hear of everything, and the first that ends is told', () => {
  expect(noteAll(allOf([createPatience(), createBail(1)]), [lost])).toContain('--bail 1');
});
