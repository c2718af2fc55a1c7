import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkEnums } from './check-enums.ts';
import { copyTree, type TreeCopy } from './planting.ts';
import { loadEnumSettings } from './settings.ts';

const LOOP = `export async function run(pool: Pool, rows: Row[]) {
  const values: unknown[] = ['x'];
  for (const row of rows) values.push(row.name);
  values.push('asleep');
  await pool.query('UPDATE workspaces SET status = $2 WHERE name = $1', values);
}
`;
const UNKNOWN_KEY = `def run(cur, column):
    values = {"id": 1, "target": "offline"}
    values[column] = "purged"
    cur.execute("UPDATE workspaces SET status = %(target)s WHERE id = %(id)s", values)
`;
const FROM_OUTSIDE = `package outside

func run(db *sql.DB, extra []any) {
	args := append([]any{}, extra...)
	db.Exec("UPDATE workspaces SET status = $1 WHERE id = $2", args...)
}
`;
const INSERTED = `def run(cur, first):
    values = ["offline", 1]
    values.insert(first, "purged")
    cur.execute("UPDATE workspaces SET status = %s WHERE id = %s", values)
`;
const MOVED = `export async function run(pool: Pool, named: boolean) {
  const values = [];
  if (named) values.push('a name');
  values.push('asleep');
  await pool.query('UPDATE workspaces SET name = $1, status = $2', values);
}
`;
const FOREIGN_CLAUSE = `package clause

func Sleeping() string { return "status = 'purged'" }
`;
const UNKNOWN_TABLE = `package table

func run(db *sql.DB, steps []step) {
	for _, s := range append(steps, step{query: "UPDATE workspaces SET status = $1", args: load()}) {
		db.Exec(s.query, s.args...)
	}
}
`;
const SPREAD_COPY = `export async function run(db: Db, given: Named) {
  const named = { status: 'offline', ...given };
  await db.query('UPDATE workspaces SET status = :status WHERE id = :id', named);
}
`;

const CASES: readonly (readonly [claim: string, file: string, code: string])[] = [
  ['values that a loop adds', 'canvas/lib/loop.ts', LOOP],
  ['a key that only runtime knows', 'runtime/key.py', UNKNOWN_KEY],
  ['values from outside', 'internal/outside/outside.go', FROM_OUTSIDE],
  ['a value inserted at a place that only runtime knows', 'runtime/insert.py', INSERTED],
  ['a value behind one that may be missing', 'canvas/lib/moved.ts', MOVED],
  ['a condition that no statement takes', 'internal/clause/clause.go', FOREIGN_CLAUSE],
  ['a table of statements whose values come from a call', 'internal/table/table.go', UNKNOWN_TABLE],
  ['a record that takes over unknown entries', 'canvas/lib/spread.ts', SPREAD_COPY],
];

describe('what cannot be resolved is counted', () => {
  let tree: TreeCopy;
  beforeAll(() => {
    tree = copyTree('clean');
  });
  afterAll(() => tree[Symbol.dispose]());

  test.each(CASES)('%s', async (_, file, code) => {
    tree.write(file, code);
    try {
      const report = await checkEnums(loadEnumSettings(`${tree.root}/enum.yaml`));
      expect(report.findings).toEqual([]);
      expect(report.unresolved.map((each) => each.file)).toContain(file);
      expect(report.verdict).toBe('inconclusive');
    } finally {
      tree.write(file, '');
    }
  });
});
