import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { sourceFile } from '../support/source-file.ts';
import { checkEnumSources, type EnumCheckOptions } from './check-enums.ts';
import type { CodeFacts } from './code/code-facts.ts';
import { RULES } from './findings.ts';
import { FIXTURES } from './planting.ts';
import type { EnumDriftReport } from './report.ts';
import { parseEnumSettings } from './settings.ts';
import { loadSqlParser } from './sql/parse.ts';

interface Case {
  readonly code: string;
  readonly live?: readonly string[];
  readonly wire?: string;
  readonly due?: string;
  /** A second migration. */
  readonly migration?: string;
}

interface RuleProof {
  readonly rule: string;
  readonly severity?: string;
  readonly constants?: string;
  readonly refuses?: string;
  readonly good: Case;
  readonly bad: Case;
}

const fixtures: { schema: string; rules: readonly RuleProof[] } = parse(
  readFileSync(`${FIXTURES}/rules.yaml`, 'utf8'),
);

beforeAll(loadSqlParser);

test('every rule has a good and a bad tree', () => {
  const proven = fixtures.rules.filter(({ good, bad }) => good && bad).map(({ rule }) => rule);
  expect(proven.sort()).toEqual(
    Object.values(RULES)
      .map(({ id }) => id)
      .sort(),
  );
});

describe.each(fixtures.rules)('$rule', (proof) => {
  test('is silent on the good tree', async () => {
    const report = await checked(proof, proof.good);
    expect(report.findings).toEqual([]);
    expect(report.verdict).toBe('passed');
  });

  test('finds the bad tree at its line', async () => {
    const { findings, verdict } = await checked(proof, proof.bad);
    expect(findings.map(({ rule, file, line }) => `${rule} ${file}:${line}`)).toEqual([
      `${proof.rule} ${proof.bad.due}`,
    ]);
    expect(findings[0]?.severity).toBe(proof.severity ?? 'error');
    expect(findings[0]?.reason).not.toBe('');
    expect(verdict).toBe(proof.severity === 'note' ? 'passed' : 'failed');
  });
});

function checked({ constants, refuses }: RuleProof, tree: Case): Promise<EnumDriftReport> {
  const settings = parseEnumSettings(
    JSON.stringify({
      version: 1,
      name: 'rules',
      root: '.',
      migrations: { folder: 'migrations' },
      enums: [{ type: 'workspace_status', ...(constants && { constants: [{ name: constants }] }) }],
      code: { include: ['**'] },
      ...(tree.wire && {
        wire: {
          folder: 'recordings',
          files: ['*'],
          fields: [{ enum: 'workspace_status', path: 'status', side: 'response' }],
        },
      }),
    }),
    '/nowhere',
  );
  const sources = {
    migrations: [fixtures.schema, tree.migration ?? ''].map((sql, at) =>
      sourceFile(`migrations/${at + 1}.up.sql`, 'sql', sql),
    ),
    code: [sourceFile('internal/a.go', 'go', tree.code)],
    passedBy: [],
    recordings: tree.wire ? [sourceFile('recordings/1.json', 'typescript', tree.wire)] : [],
    unread: [],
  };
  return checkEnumSources(settings, sources, optionsOf(refuses, tree));
}

/** A server that refuses integers, as a real one does; the real one is asked in `live.test.ts`. */
function optionsOf(refuses: string | undefined, { live }: Case): EnumCheckOptions {
  const answer = (facts: CodeFacts) => ({
    server: 'PostgreSQL',
    prepared: facts.preparable.length,
    problems: [],
    refusals: facts.preparable
      .filter(({ sql }) => sql.includes('= 3'))
      .map((each) => ({ ...each, code: '42804', message: refuses ?? '' })),
  });
  return {
    ...(live && { liveValues: new Map([['workspace_status', live]]) }),
    ...(refuses && { askLive: async (_: unknown, facts: CodeFacts) => answer(facts) }),
  };
}
