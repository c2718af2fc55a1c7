import { expect, test } from 'vitest';
import type { DriftFinding } from '../../drift/index.ts';
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

test('a finding becomes a result with a rule, a region and a stable fingerprint', () => {
  expect(driftSarif([finding, { ...finding, rule: 'enum/unused', severity: 'note' }], '1.2.3')).toMatchObject(
    {
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
    },
  );
});

test('no findings make a log with an empty result list, which clears old annotations', () => {
  expect(driftSarif([], '1.2.3')).toMatchObject({ runs: [{ results: [] }] });
});
