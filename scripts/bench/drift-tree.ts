import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SHARED_IMPORTS, sharedNames } from './drift-shared.ts';

/** What a tree for measuring is made of: the same seed gives the same tree. */
export interface TreePlan {
  readonly goFiles: number;
  readonly linesPerFile: number;
  readonly migrations: number;
  readonly seed: number;
  /** A clean tree to put the files into, so that no architecture rule is without a package. */
  readonly base: string;
  /** Whether every file has names that all others have too. */
  readonly sharesNames: boolean;
}

const STATES = [
  'provisioning',
  'online',
  'offline',
  'degraded',
  'failed',
  'removed',
  'paused',
  'hibernated',
  'awaiting_agent',
  'hibernating',
];
const FILES_PER_PACKAGE = 20;
/** Every third file talks to the database. */
const SQL_EVERY = 3;

/** Writes a Go server with migrations and the settings of the enum check into `root`; answers its Go lines. */
export function writeTree(root: string, plan: TreePlan): number {
  const random = randomOf(plan.seed);
  cpSync(plan.base, root, { recursive: true });
  writeMigrations(root, plan.migrations);
  let lines = 0;
  for (let file = 0; file < plan.goFiles; file += 1) {
    const name = `bench${Math.floor(file / FILES_PER_PACKAGE)}`;
    const text = goFile(name, file, plan, random);
    lines += text.split('\n').length - 1;
    write(join(root, `internal/${name}/file${file}.go`), text);
  }
  write(
    join(root, 'enum.yaml'),
    "version: 1\nname: bench\nroot: .\nmigrations: { folder: migrations }\ncode: { include: ['**/*.go'] }\n",
  );
  return lines;
}

/** Numbers in [0, 1): a linear congruential generator is even enough to pick texts. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function writeMigrations(root: string, count: number): void {
  for (let number = 0; number < count; number += 1) {
    const name = `migrations/${String(number).padStart(3, '0')}_step`;
    write(join(root, `${name}.up.sql`), migration(number));
    write(join(root, `${name}.down.sql`), '-- nothing to take back\n');
  }
}

function migration(number: number): string {
  if (number === 0) {
    return `CREATE TABLE workspaces (id uuid PRIMARY KEY, name text, status text NOT NULL DEFAULT 'provisioning', updated_at timestamptz);
CREATE TABLE activity_logs (id uuid, status text, workspace_id uuid);
`;
  }
  if (number === 43) {
    return `CREATE TYPE workspace_status AS ENUM (${STATES.slice(0, 8)
      .map((state) => `'${state}'`)
      .join(', ')});
ALTER TABLE workspaces ALTER COLUMN status DROP DEFAULT,
  ALTER COLUMN status TYPE workspace_status USING status::workspace_status;
`;
  }
  if (number === 46) {
    return STATES.slice(8)
      .map((state) => `ALTER TYPE workspace_status ADD VALUE IF NOT EXISTS '${state}';\n`)
      .join('');
  }
  return [0, 1, 2, 3].map((part) => plainTable(`step${number}_${part}`)).join('');
}

function plainTable(name: string): string {
  return `CREATE TABLE ${name} (id uuid PRIMARY KEY, title text NOT NULL, body jsonb DEFAULT '{}', created_at timestamptz NOT NULL DEFAULT now());
CREATE INDEX ${name}_title ON ${name} (title) WHERE title <> 'x';
`;
}

function goFile(name: string, file: number, plan: TreePlan, random: () => number): string {
  const hasSql = file % SQL_EVERY === 0;
  const plain = hasSql ? ['context', 'database/sql', 'errors', 'fmt'] : ['errors', 'fmt'];
  const imports = new Set(plan.sharesNames ? [...plain, ...SHARED_IMPORTS] : plain);
  const lines = [`package ${name}`, '', 'import (', ...[...imports].map((each) => `\t"${each}"`), ')', ''];
  if (plan.sharesNames) lines.push(...sharedNames(name, file, file % FILES_PER_PACKAGE === 0));
  for (let part = 0; lines.length < plan.linesPerFile; part += 1) {
    const isQuery = hasSql && part % 3 === 0;
    lines.push(...(isQuery ? query(file, part, random) : worth(file, part)), '');
  }
  return `${lines.join('\n')}\n`;
}

function query(file: number, part: number, random: () => number): readonly string[] {
  return `// Change${file}x${part} changes a row and reports what happened.
func Change${file}x${part}(ctx context.Context, db *sql.DB, id string) error {
	res, err := db.ExecContext(ctx, ${statement(random)})
	if err != nil {
		return fmt.Errorf("change ${part}: %w", err)
	}
	if n, _ := res.RowsAffected(); n == 0 {
		return errors.New("workspace status did not change")
	}
	return nil
}`.split('\n');
}

function statement(random: () => number): string {
  const one = pick(STATES, random);
  const other = pick(STATES, random);
  return pick(
    [
      `\`\n\t\tUPDATE workspaces\n\t\tSET status = '${one}', updated_at = now()\n\t\tWHERE id = $1 AND status NOT IN ('${other}', 'removed')\`, id`,
      `"UPDATE workspaces SET status = $2 WHERE id = $1 AND status = '${other}'", id, "${one}"`,
      "`INSERT INTO activity_logs (id, status, workspace_id) VALUES ($1, 'ok', $2)`, id, id",
      `"DELETE FROM workspaces "+\n\t\t"WHERE status = '${one}' "+\n\t\t"AND id = $1", id`,
      `fmt.Sprintf("UPDATE workspaces SET status = '%s' WHERE id = $1", "${one}"), id`,
    ],
    random,
  );
}

function pick(texts: readonly string[], random: () => number): string {
  return texts[Math.floor(random() * texts.length)] ?? '';
}

function worth(file: number, part: number): readonly string[] {
  return `// Worth${file}x${part} sums what the items of a workspace are worth.
func Worth${file}x${part}(items map[string]int, status string) (int, error) {
	total := 0
	for name, value := range items {
		if name == "" {
			return 0, errors.New("item without a name")
		}
		switch status {
		case "active", "busy":
			total += value * ${part}
		default:
			total -= value
		}
		fmt.Printf("item %s is worth %d (update later)\\n", name, value)
	}
	return total, nil
}`.split('\n');
}
