import { expect, test } from 'vitest';
import type { DriftFinding, DriftReport } from '../../drift/index.ts';
import { driftSarif } from './sarif.ts';

const finding: DriftFinding = {
  rule: 'enum/undeclared',
  severity: 'error',
  file: 'internal/a b.go',
  line: 7,
  column: 3,
  endColumn: 9,
  statement: 'UPDATE workspaces',
  value: 'onlin',
  message: 'wrong.',
  reason: 'Because.',
  related: [{ file: 'b.go', line: 1, column: 1 }],
};

function reportOf(findings: readonly DriftFinding[], over: Partial<DriftReport> = {}): DriftReport {
  return { kind: 'enum', name: 'tree', verdict: 'failed', reasons: [], unread: [], findings, ...over };
}

test('a finding becomes a result with a rule, a region and a stable fingerprint', () => {
  expect(
    driftSarif(reportOf([finding, { ...finding, rule: 'enum/unused', severity: 'note' }]), 1, '1.2.3'),
  ).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'assay', rules: [{ id: 'enum/undeclared' }, { id: 'enum/unused' }] } },
        results: [
          {
            ruleId: 'enum/undeclared',
            level: 'error',
            message: { text: 'wrong. Because.' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'internal/a%20b.go' },
                  region: { startLine: 7, startColumn: 3, endColumn: 9 },
                },
              },
            ],
            relatedLocations: [{ physicalLocation: { artifactLocation: { uri: 'b.go' } } }],
            partialFingerprints: {
              'assayDrift/v1': 'enum/undeclared|internal/a b.go|onlin|UPDATE workspaces',
            },
          },
          { level: 'note' },
        ],
      },
    ],
  });
});

test('no findings make a log with an empty result list, which clears old annotations', () => {
  expect(driftSarif(reportOf([]), 0, '1.2.3')).toMatchObject({ runs: [{ results: [] }] });
});

test('a log of changed files alone says so, and closes nothing that a log of the whole tree has opened', () => {
  const scope = { since: 'HEAD~1', files: ['a.go'], ofFiles: 9 };
  const run = (over: Partial<DriftReport>) => ({
    runs: [driftSarif(reportOf([], over), 0, '1.2.3')].flatMap((log) => Reflect.get(log, 'runs')),
  });
  expect(run({ scope })).toMatchObject({
    runs: [{ automationDetails: { id: 'assay-drift-enum-part/' }, properties: { whole: false, scope } }],
  });
  expect(run({})).toMatchObject({
    runs: [{ automationDetails: { id: 'assay-drift-enum/' }, properties: { whole: true } }],
  });
});
