import { expect, test } from 'vitest';
import { applyBaseline } from '../../apply-baseline.ts';
import { buildReport } from '../../build.ts';
import type { RunEvent } from '../../event.ts';
import type { Proof } from '../../proof.ts';
import type { Report } from '../../report.ts';
import { broken, ended, judged, sampleRun, stamped, started } from '../../testing.ts';
import { verdictBox } from './verdict-box.ts';

const PROVEN: Proof = {
  standing: 'proven',
  mutantScore: { killed: 9, total: 9 },
  vacuous: 0,
  falseAlarms: { alarms: 0, variants: 4 },
};
const green = sampleRun([judged('v03-a'), judged('v03-p', { policy: 'as-recorded' })]);
const of = (events: readonly RunEvent[], over: Partial<Report> = {}) =>
  verdictBox({ ...buildReport(events), proof: PROVEN, ...over });

test('a whole green run by proven gates is PASSED, and says what would turn it', () => {
  expect(of(green)).toMatchObject({
    word: 'PASSED',
    tone: 'good',
    sentence:
      'The one case of 1 suite held, by gates that are proven able to fail. Nothing in this run stands against promoting these digests.',
  });
  expect(of(green).changes.length).toBeGreaterThan(1);
});

/** Everything that is not a whole green run by proven gates, and what is said of it first. */
const HOLDS: Readonly<Record<string, readonly [ReturnType<typeof of>, RegExp]>> = {
  red: [
    of(sampleRun([judged('v03-a'), broken('v02-b')])),
    /^1 of 2 cases broke a clause \(A\.4\), in 1 way\./,
  ],
  errored: [
    of(sampleRun([judged('v03-a'), judged('v03-b', { verdict: 'errored', reason: 'x' })])),
    /1 of 2 cases could not be judged/,
  ],
  inconclusive: [
    of(sampleRun([judged('v03-a'), judged('v03-b', { verdict: 'inconclusive', reason: 'x' })])),
    /1 of 2 cases came to no conclusion/,
  ],
  interrupted: [
    of(
      sampleRun([judged('v03-a')], {
        planned: ['v03-a', 'v03-b'],
        more: [{ event: 'run.interrupted', signal: 'SIGINT' }],
      }),
    ),
    /^The run was interrupted by SIGINT after 1 of 2 cases; of the rest nothing is known\.$/,
  ],
  'cut off': [of(sampleRun([judged('v03-a')], { end: null })), /^The run was cut off after 1 of 1 case/],
  empty: [of(sampleRun([])), /^No case was executed/],
  unplanned: [
    of(stamped(started(), ended(1))),
    /died before it had a plan|exited with 1|No case was executed/,
  ],
  narrowed: [
    of(green, {
      whole: false,
      scope: { cases: 2, ofCases: 90, suites: 1, ofSuites: 1, narrowedBy: ['-g', 'v03'] },
    }),
    /^Only a part was looked at: 2 of 90 cases \(-g v03\)/,
  ],
  planted: [of(green, { mutant: 'M108' }), /^The known regression M108 was planted/],
  'never proven': [
    of(green, { proof: { standing: 'never' } }),
    /^1 case passed, but nothing shows that these gates can fail/,
  ],
  'proven before': [
    of(green, { proof: { standing: 'outdated' } }),
    /another state than the one that judged here/,
  ],
  'blind to a regression': [
    of(green, { proof: { ...PROVEN, mutantScore: { killed: 8, total: 9 } } }),
    /1 known regression would go unnoticed/,
  ],
  'not tried on broken subjects': [
    of(green, { proof: { standing: 'proven', mutantScore: { killed: 9, total: 9 } } }),
    /nobody has tried whether a broken subject would pass/,
  ],
  'proven long ago': [
    of(green, { proof: { ...PROVEN, at: '2026-01-01T00:00:00.000Z' } }),
    /their proof was 62 days old/,
  ],
  'of another subject by gates that were never proven': [
    of(green, { proof: { standing: 'other-subject', gates: 'never' } }),
    /never proven/,
  ],
  vacuous: [of(green, { proof: { ...PROVEN, vacuous: 2 } }), /2 cases would pass against a broken subject/],
  'of another verdict': [
    of(green, { verdict: 'errored', reasons: ['Something else.'] }),
    /^Something else\.$/,
  ],
};

test.each(Object.entries(HOLDS))(
  'a run that is %s is a HOLD, for its own reason, and says what would lift it',
  (_, [box, why]) => {
    expect(box.word).toBe('HOLD');
    expect(box.tone).not.toBe('good');
    expect(box.sentence).toMatch(why);
    expect(box.changes.length).toBeGreaterThan(0);
  },
);

test('what failed or was not judged is tried alone, and lifts the hold by a whole run only', () => {
  for (const name of ['red', 'errored', 'inconclusive']) {
    const [change] = HOLDS[name]?.[0].changes ?? [];
    expect(change?.text).toContain('everything has to run again');
    expect(change?.command).toMatch(/run --last-failed$/);
  }
});

test('cases that did not come to their turn need nothing but another run', () => {
  for (const name of ['interrupted', 'cut off'])
    expect(HOLDS[name]?.[0].changes.filter(({ command = '' }) => command.includes('--last-failed'))).toEqual(
      [],
    );
});

test('the line that makes the same run again is one for a shell', () => {
  expect(of(green, { argv: ['run', 'corpus', '-g', 'a b'] }).again).toMatch(/ run corpus -g 'a b'$/);
});

test('a known failure is told where nothing else holds, and a stale one holds', () => {
  const baseline = (id: string) => ({
    formatVersion: 1 as const,
    subject: 'reference',
    entries: [{ case: id, clause: 'A.4', owner: 'team', reason: 'later', expires: '2027-01-01' }],
  });
  const now = new Date('2026-03-04T00:00:00Z');
  const report = { ...buildReport(sampleRun([judged('v03-a'), broken('v02-b')])), proof: PROVEN };
  expect(verdictBox(applyBaseline(report, baseline('corpus/v02-b'), now))).toMatchObject({
    word: 'PASSED',
    sentence: expect.stringContaining('but 1 known failure, by'),
  });
  const stale = verdictBox(
    applyBaseline({ ...buildReport(green), proof: PROVEN }, baseline('corpus/v03-a'), now),
  );
  expect(stale).toMatchObject({ word: 'HOLD', tone: 'bad', sentence: expect.stringContaining('is stale') });
});

test('a subject into which no fault can be planted needs no proof of that', () => {
  expect(of(green, { proof: { standing: 'other-subject' } }).word).toBe('PASSED');
});
