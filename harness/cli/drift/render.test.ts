import { expect, test } from 'vitest';
import type { ArchitectureReport, DriftReport } from '../../drift/index.ts';
import { renderDrift } from './render.ts';

const report: ArchitectureReport = {
  ...{ kind: 'architecture', name: 'theirs', verdict: 'passed', reasons: [], findings: [], unread: [] },
  ...{ unresolved: [], rules: [], counts: { files: 120, lines: 0, imports: 0, parsed: 0, policy: 0 } },
};

function verdictLine(over: Partial<DriftReport>): string | undefined {
  const plain = { interactive: false, color: false, columns: 100 };
  return renderDrift({ ...report, ...over }, {}, plain)
    .split('\n')
    .at(-3);
}

test('a check of changed files alone says how many of all they are before its verdict', () => {
  const scope = { since: 'HEAD~1', files: ['a.go', 'b.go'], ofFiles: 120 };
  expect(verdictLine({ scope })).toBe(
    'drift-architecture of 2 of 120 files (--changed HEAD~1) of theirs: PASSED',
  );
  expect(verdictLine({})).toBe('drift-architecture of theirs: PASSED');
});
