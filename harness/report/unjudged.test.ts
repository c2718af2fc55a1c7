import { expect, test } from 'vitest';
import { buildReport } from './build.ts';
import { renderSummary } from './console.ts';
import { renderMarkdown } from './markdown.ts';
import { judged, sampleRun } from './testing.ts';

const ROWS = 'rows (A.12): GET /activity answers 404';
const report = buildReport(
  sampleRun([
    judged('v03-a', { unjudged: [ROWS, 'chat (D): GET /chat-history answers 404'] }),
    judged('v03-b', { unjudged: [ROWS] }),
    judged('v03-c'),
  ]),
);

test('what could not be looked at is said with the number of its cases, though all of them passed', () => {
  const text = renderSummary(report, { color: false, columns: 100 });
  expect(text).toContain(`not judged: in 2 of 3 cases, ${ROWS}`);
  expect(text).toContain('not judged: in 1 of 3 cases, chat (D): GET /chat-history answers 404');
});

test('the summary lists it too', () => {
  expect(renderMarkdown(report)).toMatch(/## Not judged\n\n- in 2 of 3 cases, rows \(A\.12\)/);
});

test('nothing is said where all was looked at', () => {
  const whole = buildReport(sampleRun([judged('v03-a')]));
  expect(renderSummary(whole, { color: false, columns: 100 })).not.toContain('not judged:');
  expect(renderMarkdown(whole)).not.toContain('## Not judged');
});
