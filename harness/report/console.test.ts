import { describe, expect, test } from 'vitest';
import { buildReport } from './build.ts';
import { renderSummary } from './console.ts';
import type { RunEvent } from './event.ts';
import type { Proof } from './proof.ts';
import { broken, judged, sampleRun, stamped, started } from './testing.ts';

const plain = { color: false, columns: 100 };
const summary = (events: readonly RunEvent[], options = plain) => renderSummary(buildReport(events), options);

test('the first line says what was judged and the verdict', () => {
  const [first] = summary(sampleRun([judged('v03-a')])).split('\n');
  expect(first).toBe('Assay judged reference (reference, R3, process mode): PASSED');
});

test('a planted mutant is named in the first line', () => {
  const [, ...rest] = sampleRun([broken('v02-b')]);
  const events = [{ ...started({ mutant: 'M108' }), at: '2026-03-04T05:06:07.000Z' } as RunEvent, ...rest];
  expect(summary(events).split('\n')[0]).toContain('with mutant M108): FAILED');
});

test('a failure shows clause, expected, actual, diff, log lines and one line to reproduce it', () => {
  const story = {
    diff: 'sent → forwarded\n-  "hello"',
    logLines: ['{"msg":"proxied"}'],
    evidence: ['evidence/x'],
    expectedOutcome: 'delivered',
  };
  const text = summary(sampleRun([broken('v02-b', story)]));
  expect(text).toContain(
    [
      '✗ corpus/v02-b  Title of v02-b',
      '  outcome      dropped instead of delivered',
      '  clause       A.4',
      '  expected     the text reaches the agent',
      '  actual       the agent saw no text',
      '  sent / forwarded / received',
      '    sent → forwarded',
      '    -  "hello"',
      '  log of that request',
      '    {"msg":"proxied"}',
      '  evidence     evidence/x',
      "  Reproduce with: npx assay run corpus -g '^corpus/v02-b$' --seed 7",
    ].join('\n'),
  );
});

test('what could not be judged comes after what failed', () => {
  const text = summary(
    sampleRun([judged('v03-a', { verdict: 'errored', reason: 'no inbox' }), broken('v02-b')]),
  );
  expect(text.indexOf('✗ corpus/v02-b')).toBeLessThan(text.indexOf('! corpus/v03-a'));
  expect(text).toContain('errored      no inbox');
});

test('the end has counts, policy, what was not applicable, the seed and what the exit code means', () => {
  const text = summary(
    sampleRun([
      judged('v03-a'),
      judged('v03-p', { policy: 'changed', reason: 'now 400' }),
      judged('v03-n', { verdict: 'not-applicable', reason: 'no files' }),
    ]),
  );
  expect(text).toContain('3 planned, 3 executed, 1 passed, 0 failed, 1 not applicable\n');
  expect(text).toContain('1 policy, not judged: 0 as recorded, 1 changed\n  changed: corpus/v03-p: now 400');
  expect(text).toContain('1 not applicable:\n  1 × no files');
  expect(text).toContain('seed 7; 0.0 s; exit 0: every gated case passed');
});

test('nothing ran is said in words, not with a green nothing', () => {
  const text = summary(sampleRun([]));
  expect(text).toContain('INCONCLUSIVE');
  expect(text).toContain('No case was executed, so nothing is known.');
  expect(text).toContain('exit 2');
});

describe('colour', () => {
  test('is used only when asked for', () => {
    expect(summary(sampleRun([broken('v02-b')]))).not.toContain('\u001b');
    expect(summary(sampleRun([broken('v02-b')]), { ...plain, color: true })).toContain('\u001b[31m');
  });

  test('of the subject does not reach the terminal', () => {
    const text = summary(
      sampleRun([broken('v02-b', { title: '\u001b[2Jboo\u0007', diff: '\u001b]0;x\u0007' })]),
    );
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u0007');
  });
});

test('the place of the files is named', () => {
  expect(
    summary(sampleRun([judged('v03-a')]), { ...plain, directory: '/tmp/run' } as typeof plain),
  ).toContain('report: /tmp/run/report.html');
});

test('mutant score and vacuous cases stand in the summary when they are known', () => {
  const deaths = { tried: 30, of: 70 };
  const proof = { standing: 'proven', mutantScore: { killed: 12, total: 12 }, deaths, vacuous: 0 } as const;
  const text = withProof(proof);
  expect(text).toContain('proof: 12 of 12 mutants killed by 30 of the 70 deaths they cause, 0 vacuous cases');
});

test.each<[Proof, string]>([
  [{ standing: 'never' }, 'proof: the gates were never proven in this clone: npx assay prove'],
  [
    { standing: 'outdated', commit: 'abc123' },
    'proof: last proven at commit abc123, and the sources have changed since',
  ],
  [
    { standing: 'other-subject' },
    'proof: does not apply, for faults are planted into the reference platform only',
  ],
])('what is said of a proof of %j is true', (proof, words) => {
  expect(withProof(proof)).toContain(words);
});

function withProof(proof: Proof): string {
  const [, ...rest] = sampleRun([judged('v03-a')]);
  return summary([...stamped(started({ proof })), ...rest]);
}
