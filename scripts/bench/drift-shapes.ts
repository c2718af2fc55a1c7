import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Shapes of code on which following names, callers and texts can cost more than in proportion: `names` that all files
 * share, `callers` that call each other many times, `long` files of 3,000 lines. Each file has its own statements.
 */
export const SHAPES = ['names', 'callers', 'long'] as const;
export type Shape = (typeof SHAPES)[number];

/** A long file counts for as many others as it has their length. */
const LONG_FILES_PER_FILE = 1 / 16;
const LINES_OF_LONG = 3000;
const FILES_PER_FOLDER = 100;

/** Writes a tree of one shape with the settings of the enum check; answers how many files and lines of code it has. */
export function writeShape(
  root: string,
  shape: Shape,
  size: number,
): { readonly files: number; readonly lines: number } {
  const files = shape === 'long' ? Math.ceil(size * LONG_FILES_PER_FILE) : size;
  write(join(root, 'migrations/1_job.sql'), SCHEMA);
  write(join(root, 'enum.yaml'), SETTINGS);
  let lines = 0;
  for (let file = 0; file < files; file += 1) {
    const { ending, text } = FILES[shape](file);
    lines += text.split('\n').length - 1;
    write(join(root, `code/part${Math.floor(file / FILES_PER_FOLDER)}/file${file}.${ending}`), text);
  }
  return { files, lines };
}

const SCHEMA = `CREATE TYPE state AS ENUM ('queued', 'running', 'done', 'failed');
CREATE TABLE job (id uuid, state state NOT NULL DEFAULT 'queued', note text);
`;
const SETTINGS = `version: 1
name: bench
root: .
migrations: { folder: migrations }
code: { include: ['code/**'] }
limits: { unresolved: 1000000 }
`;

interface Written {
  readonly ending: string;
  readonly text: string;
}

const FILES: Readonly<Record<Shape, (file: number) => Written>> = {
  names: (file) => (file % 2 === 0 ? goNames(file) : scriptNames(file)),
  callers: goCallers,
  long: goLong,
};

function goNames(file: number): Written {
  const text = `package part${Math.floor(file / FILES_PER_FOLDER)}

import "context"

type Store${file} struct {
	db   *sql.DB
	next *Store${file}
}

func (s *Store${file}) Set(ctx context.Context, id string, state string) error {
	query := "UPDATE job SET state = $2 WHERE id = $1"
	_, err := s.db.ExecContext(ctx, query, id, state)
	return err
}

func (s *Store${file}) Run(ctx context.Context, other interface{ Set(context.Context, string, string) error }) error {
	state := "running"
	if err := s.Set(ctx, "a", state); err != nil {
		return s.next.Set(ctx, "b", "failed")
	}
	return other.Set(ctx, "c", "done")
}
`;
  return { ending: 'go', text };
}

function scriptNames(file: number): Written {
  const text = `import type { Pool } from 'pg';

const query = 'UPDATE job SET state = $2 WHERE id = $1';
const state = 'running';

export class Store {
  constructor(private readonly pool: Pool) {}
  async set(id: string, state: string) {
    await this.pool.query(query, [id, state]);
  }
  async run(other: Store) {
    await this.set('a', state);
    await other.set('b', 'done');
  }
}

export async function save(pool: Pool, args: { state: string }) {
  const statements = [{ query: 'DELETE FROM job WHERE state = $1', values: [args.state] }];
  for (const each of statements) await pool.query(each.query, each.values);
}
export const start${file} = (pool: Pool) => save(pool, { state: 'queued' });
`;
  return { ending: 'ts', text };
}

const FUNCTIONS = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'];
const CALLS = 8;

/** Six functions, each of which calls the others eight times with its own parameter. */
function goCallers(file: number): Written {
  const calls = (from: number): string =>
    Array.from({ length: CALLS }, (_, call) => {
      const to = FUNCTIONS[(from + 1 + (call % (FUNCTIONS.length - 1))) % FUNCTIONS.length];
      return `\t${to}${file}(db, state, id)\n`;
    }).join('');
  const functions = FUNCTIONS.map(
    (name, at) => `func ${name}${file}(db *sql.DB, state string, id string) {
	db.Exec("UPDATE job SET state = $1 WHERE id = $2", state, id)
${calls(at)}}
`,
  );
  const text = `package part${Math.floor(file / FILES_PER_FOLDER)}

${functions.join('\n')}
func Start${file}(db *sql.DB) {
	alpha${file}(db, "running", "a")
}
`;
  return { ending: 'go', text };
}

function goLong(file: number): Written {
  const lines = [`package part${Math.floor(file / FILES_PER_FOLDER)}`, ''];
  for (let part = 0; lines.length < LINES_OF_LONG; part += 1) {
    lines.push(
      ...`func put${file}x${part}(db *sql.DB, state string, rows []row) error {
	query := "UPDATE job SET state = $1 "
	args := []any{state}
	for _, each := range rows {
		args = append(args, each.id)
	}
	query += "WHERE id = ANY($2)"
	_, err := db.Exec(query, args...)
	return err
}

func start${file}x${part}(db *sql.DB) error { return put${file}x${part}(db, "done", nil) }
`.split('\n'),
    );
  }
  return { ending: 'go', text: `${lines.join('\n')}\n` };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
