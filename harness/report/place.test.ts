import { expect, test } from 'vitest';
import { buildReport } from './build.ts';
import { renderCtrf } from './ctrf.ts';
import { renderJunit } from './junit.ts';
import { renderSarif } from './sarif.ts';
import { broken, judged, sampleRun } from './testing.ts';

const place = { file: 'store/save it.ts', line: 7, column: 3 };
const found = broken('v03-b', {
  findings: [{ clause: 'L', expected: ['no such import'], actual: 'an import', rule: 'layers', place }],
});
const report = buildReport(sampleRun([judged('v03-a'), found]));

test('a finding keeps its place in the report', () => {
  expect(report.cases[1]?.findings[0]).toMatchObject({ rule: 'layers', place });
});

test('JUnit names file and line of a case whose finding lies in a file, and of no other', () => {
  const text = renderJunit(report);
  expect(text).toContain('name="corpus/v03-b" time="0.012" file="store/save it.ts" line="7"');
  expect(text).toContain('name="corpus/v03-a" time="0.012">');
});

test('CTRF names them too', () => {
  expect(renderCtrf(report)).toMatchObject({
    results: {
      tests: [{ name: 'corpus/v03-a' }, { name: 'corpus/v03-b', filePath: place.file, line: place.line }],
    },
  });
});

test('SARIF has a result with rule and region for it', () => {
  expect(renderSarif(report)).toMatchObject({
    runs: [
      {
        tool: { driver: { rules: [{ id: 'layers', shortDescription: { text: 'no such import' } }] } },
        results: [
          {
            ruleId: 'layers',
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'store/save%20it.ts' },
                  region: { startLine: 7, startColumn: 3 },
                },
              },
            ],
          },
        ],
      },
    ],
  });
});

test('half a character in the name of a file does not keep a run from its SARIF', () => {
  const findings = [{ clause: 'L', expected: ['x'], actual: 'y', place: { file: 'a\ud800/b.ts', line: 1 } }];
  const sarif = JSON.stringify(renderSarif(buildReport(sampleRun([broken('v03-b', { findings })]))));
  expect(sarif).toContain('"uri":"a%EF%BF%BD/b.ts"');
});
