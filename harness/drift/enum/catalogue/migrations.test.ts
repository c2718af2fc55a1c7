import { beforeAll, describe, expect, test } from 'vitest';
import { sourceFile } from '../../support/source-file.ts';
import { loadSqlParser } from '../sql/parse.ts';
import { applyMigrations } from './migrations.ts';

beforeAll(loadSqlParser);

describe('declared values', () => {
  test.each([
    [
      'CREATE TYPE and ADD VALUE in place',
      [
        `CREATE TYPE m AS ENUM ('a', 'c')`,
        `ALTER TYPE m ADD VALUE 'b' BEFORE 'c'`,
        `ALTER TYPE m ADD VALUE IF NOT EXISTS 'b'`,
      ],
      ['a', 'b', 'c'],
    ],
    [
      'RENAME VALUE',
      [`CREATE TYPE m AS ENUM ('a', 'b')`, `ALTER TYPE m RENAME VALUE 'a' TO 'z'`],
      ['z', 'b'],
    ],
    [
      'rename, recreate, drop',
      [
        `CREATE TYPE m AS ENUM ('a', 'b')`,
        `ALTER TYPE m RENAME TO old; CREATE TYPE m AS ENUM ('a'); DROP TYPE old`,
      ],
      ['a'],
    ],
    [
      'create new, drop, rename',
      [
        `CREATE TYPE m AS ENUM ('a', 'b')`,
        `CREATE TYPE m_new AS ENUM ('c'); DROP TYPE m; ALTER TYPE m_new RENAME TO m`,
      ],
      ['c'],
    ],
    [
      'a DO block that swallows duplicates',
      [`DO $$ BEGIN CREATE TYPE m AS ENUM ('a'); EXCEPTION WHEN duplicate_object THEN NULL; END $$`],
      ['a'],
    ],
    [
      'EXECUTE in a DO block',
      [
        `CREATE TYPE m AS ENUM ('a'); DO $$ BEGIN IF true THEN EXECUTE 'ALTER TYPE m ADD VALUE ''b'''; END IF; END $$`,
      ],
      ['a', 'b'],
    ],
    [
      'a schema that is spelled out',
      [`CREATE TYPE public.m AS ENUM ('a')`, `ALTER TYPE m ADD VALUE 'b'`],
      ['a', 'b'],
    ],
  ])('%s', (_, files, values) => {
    expect(declared(files)).toEqual(values);
  });

  test('down files and down sections are not applied', () => {
    const up = `-- +goose Up\nCREATE TYPE m AS ENUM ('a');\n-- +goose Down\nDROP TYPE m;`;
    const { catalogue, applied } = applyMigrations([
      sourceFile('1.up.sql', 'sql', up),
      sourceFile('1.down.sql', 'sql', 'DROP TYPE m'),
      sourceFile('down/2.sql', 'sql', 'DROP TYPE m'),
    ]);
    expect([...catalogue.enums.keys()]).toEqual(['m']);
    expect(applied.map(({ path }) => path)).toEqual(['1.up.sql']);
  });
});

test('carriers follow columns through ADD, TYPE, RENAME, views and inheritance', () => {
  const { catalogue } = apply([
    `CREATE TYPE m AS ENUM ('a'); CREATE TABLE t (x TEXT, y INT)`,
    `ALTER TABLE t ADD COLUMN z m, ALTER COLUMN x TYPE m USING x::m`,
    `ALTER TABLE t RENAME COLUMN z TO w; ALTER TABLE t RENAME TO u`,
    `CREATE VIEW v AS SELECT x AS one, y FROM u; CREATE TABLE c (LIKE u); ALTER TABLE c DROP COLUMN w`,
  ]);
  const carriers = [...catalogue.relations.values()].flatMap(({ name, columns }) =>
    [...columns].flatMap(([column, type]) => (type.kind === 'enum' ? [`${name}.${column}`] : [])),
  );
  expect(carriers.sort()).toEqual(['c.x', 'u.w', 'u.x', 'v.one']);
});

test('a literal in a migration is judged by the enum of its moment', () => {
  const { readings } = apply([
    `CREATE TYPE m AS ENUM ('a'); CREATE TABLE t (x m DEFAULT 'a')`,
    `UPDATE t SET x = 'b'`,
    `ALTER TYPE m ADD VALUE 'b'`,
    `UPDATE t SET x = 'b'`,
  ]);
  const wrong = readings.flatMap(({ file, facts }) =>
    facts.uses.filter(({ entry }) => !entry).map(({ value }) => `${file.path} ${value}`),
  );
  expect(wrong).toEqual(['2.sql b']);
});

test('a routine is judged as last defined, against the finished schema', () => {
  const body = (value: string) =>
    `CREATE OR REPLACE FUNCTION f() RETURNS trigger AS $$ BEGIN CASE NEW.x WHEN 'a' THEN NEW.x := '${value}'; ELSE RETURN OLD; END CASE; RETURN NEW; END $$ LANGUAGE plpgsql`;
  const { readings } = apply([
    `CREATE TYPE m AS ENUM ('a'); CREATE TABLE t (x m)`,
    body('never'),
    `${body('b')}; CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.x = 'c') EXECUTE FUNCTION f()`,
    `ALTER TYPE m ADD VALUE 'b'`,
  ]);
  const values = readings.flatMap(({ facts }) =>
    facts.uses.map(({ value, entry }) => `${value} ${entry ? 'known' : 'unknown'}`),
  );
  expect(values.sort()).toEqual(['a known', 'b known', 'c unknown']);
});

function apply(files: readonly string[]) {
  return applyMigrations(files.map((text, index) => sourceFile(`${index + 1}.sql`, 'sql', text)));
}

function declared(files: readonly string[]): readonly string[] | undefined {
  return apply(files)
    .catalogue.enums.get('m')
    ?.values.map(({ value }) => value);
}
