import { describe, expect, test } from 'vitest';
import type { CaseReport } from '../report/report.ts';
import { HarnessError } from '../support/errors.ts';
import type { Place } from '../support/verdict.ts';
import { type FaultResult, judgeFault } from './judge.ts';
import type { ExpectedKill } from './resolve.ts';

const NAMED = 'corpus/hg-content-string@strict';
const UNRELATED = 'corpus/v03-text@strict';
const LOST: ExpectedKill = { caseId: NAMED, clause: 'A.4', reason: /^text lost/ };
const HANGS: ExpectedKill = { caseId: NAMED, clause: 'A.4', reason: /HANG/, outcome: 'hang' };

const red = (actual: string, more: Partial<CaseReport> = {}) =>
  caseOf(NAMED, { verdict: 'failed', outcome: 'dropped', findings: [finding('A.4', actual)], ...more });
const green = caseOf(UNRELATED, { verdict: 'passed' });

describe('a mutant is killed', () => {
  test('when its case dies of the stated clause and reason and the others live', () => {
    expect(judge([LOST], [red('text lost: all of it'), green])).toMatchObject({
      verdict: 'killed',
      cases: [{ id: NAMED, state: 'killed' }],
      collateral: [],
    });
  });

  test('when the stated finding is one of several', () => {
    const findings = [finding('A.4', 'the sender got HTTP 500'), finding('A.4', 'text lost: all of it')];
    expect(judge([LOST], [red('', { findings })]).verdict).toBe('killed');
  });

  test('by a hang only where a hang was stated', () => {
    expect(judge([HANGS], [red('no complete reply (HANG)', { outcome: 'hang' })]).verdict).toBe('killed');
  });
});

describe('a mutant survives', () => {
  test('when its case stays green', () => {
    const [first] = judge([LOST], [caseOf(NAMED, { verdict: 'passed' })]).cases;
    expect(first?.state).toBe('survived');
  });

  test.each([
    ['another reason', red('the sender got HTTP 500')],
    ['another clause', red('', { findings: [finding('A.5', 'text lost: all of it')] })],
    ['a hang that nobody stated', red('text lost: it seems', { outcome: 'hang' })],
  ])('when its case dies of %s', (_what, result) => {
    const judged = judge([LOST], [result, green]);
    expect(judged).toMatchObject({ verdict: 'survived', cases: [{ state: 'other-reason' }] });
  });

  test('when its case comes to another outcome than stated', () => {
    const kill: ExpectedKill = { ...LOST, outcome: 'failed-task' };
    expect(judge([kill], [red('text lost: all of it')]).cases[0]?.state).toBe('other-reason');
  });

  test('when one of two stated reasons is not met', () => {
    const second: ExpectedKill = { ...LOST, reason: /^never seen$/ };
    expect(judge([LOST, second], [red('text lost: all of it')]).verdict).toBe('survived');
  });

  test('when a case that it does not name dies too', () => {
    const harmed = caseOf(UNRELATED, { verdict: 'failed' });
    const judged = judge([LOST], [red('text lost: all of it'), harmed]);
    expect(judged).toMatchObject({ verdict: 'survived', collateral: [UNRELATED] });
  });
});

describe('nothing is known of a mutant', () => {
  test.each([
    ['its case has no result', []],
    ['its case crashed', [red('text lost: all of it', { verdict: 'errored' })]],
    ['its case was not judged', [red('text lost: all of it', { verdict: 'inconclusive' })]],
  ])('when %s', (_what, results) => {
    expect(judge([LOST], results)).toMatchObject({ verdict: 'inconclusive', cases: [{ state: 'unjudged' }] });
  });

  test('when an unrelated case crashed', () => {
    const crashed = caseOf(UNRELATED, { verdict: 'errored' });
    expect(judge([LOST], [red('text lost: all of it'), crashed]).verdict).toBe('inconclusive');
  });

  test('when what was planted never ran, whatever its cases came to', () => {
    expect(judge([LOST], [red('text lost: all of it'), green], 0)).toMatchObject({
      verdict: 'inconclusive',
      hits: 0,
      cases: [{ state: 'unjudged', saw: 'what was planted never ran' }],
    });
  });

  test('when it names no case at all', () => {
    expect(judge([], [green]).verdict).toBe('inconclusive');
  });
});

describe('an edit of files is killed', () => {
  const due: Place = { file: 'a.ts', line: 3 };
  const kill: ExpectedKill = { caseId: NAMED, clause: 'L', reason: /./, rule: 'layers', at: 'plant' };
  const found = (rule: string, line: number) => ({
    ...finding('L', 'a drift'),
    rule,
    place: { file: 'a.ts', line },
  });
  const fate = (...findings: ReturnType<typeof found>[]) =>
    judge([kill], [caseOf(NAMED, { verdict: 'failed', findings })], 1, due).cases[0]?.state;

  test('by one finding of its rule where it lies', () => {
    expect(fate(found('layers', 3))).toBe('killed');
  });

  test.each([
    ['at another line', [found('layers', 4)]],
    ['by another rule', [found('cycles', 3)]],
    ['beside a second finding', [found('layers', 3), found('layers', 9)]],
  ])('but not %s', (_what, findings) => {
    expect(fate(...findings)).toBe('other-reason');
  });
});

function judge(
  kills: readonly ExpectedKill[],
  cases: readonly CaseReport[],
  hits = 1,
  place?: Place,
): FaultResult {
  return judgeFault({ id: 'M0', title: 'a fault' }, kills, { cases, hits, ...(place && { place }) });
}

function finding(clause: string, actual: string) {
  return { clause, expected: ['something else'], actual };
}

function caseOf(id: string, more: Partial<CaseReport>): CaseReport {
  const [suite, name] = id.split('/');
  if (suite !== 'corpus' || !name) throw new HarnessError({ code: 'TEST', message: `no case id: ${id}` });
  return {
    ...{ id, suite, title: name, clause: 'A.4', facets: {}, verdict: 'passed', findings: [] },
    ...{ observations: 1, bytesSent: 1 },
    ...{ durationMs: 1, reproduce: '', evidence: [] },
    ...more,
  };
}
