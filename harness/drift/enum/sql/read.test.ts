import { beforeAll, describe, expect, test } from 'vitest';
import { sourceFile } from '../../support/source-file.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { applyMigrations } from '../catalogue/migrations.ts';
import { typingCases } from '../planting.ts';
import { loadSqlParser } from './parse.ts';
import { readSql } from './read.ts';

const typing = typingCases();
let catalogue: Catalogue;
beforeAll(async () => {
  await loadSqlParser();
  catalogue = applyMigrations([sourceFile('1.sql', 'sql', typing.schema)]).catalogue;
});

describe('values that meet the enum', () => {
  test.each([
    [`UPDATE people SET mood = 'a', note = 'b'`, ['a']],
    [`INSERT INTO people VALUES (1, 'a', '{b,"c d"}', 'e'), (2, 'f', NULL, 'g')`, ['a', 'b', 'c d', 'f']],
    [`INSERT INTO people (note, mood) SELECT mood, 'a' FROM places WHERE mood = 'b'`, ['a']],
    [`SELECT 1 FROM people p JOIN places q ON q.mood = 'x' AND p.mood = 'a'`, ['a']],
    [`SELECT 1 FROM cheerful WHERE feeling = 'a'`, ['a']],
    [`WITH x(m) AS (SELECT mood FROM people) SELECT * FROM x WHERE m = 'a' AND m::text <> 'b'`, ['a', 'b']],
    [
      `WITH RECURSIVE r AS (SELECT mood FROM people UNION ALL SELECT mood FROM r WHERE mood = 'a') SELECT * FROM r`,
      ['a'],
    ],
    [`SELECT (SELECT mood FROM people LIMIT 1) = 'a'`, ['a']],
    [`SELECT 1 FROM people WHERE (mood, note) IN (('a', 'b'), ('c', 'd'))`, ['a', 'c']],
    [`SELECT 1 FROM people WHERE mood BETWEEN 'a' AND 'b' OR 'c' = mood`, ['a', 'b', 'c']],
    [`SELECT count(*) FILTER (WHERE mood = 'a') OVER (PARTITION BY mood = 'b') FROM people`, ['a', 'b']],
    [`SELECT lag(mood, 1, 'a') OVER (ORDER BY id), array_position(moods, 'b') FROM people`, ['a', 'b']],
    [`SELECT NULLIF(mood, 'a'), GREATEST(mood, 'b'), COALESCE(mood, 'c') FROM people`, ['a', 'b', 'c']],
    [`SELECT 'a'::mood, CAST('b' AS mood), ARRAY['c']::mood[], '{d}'::mood[]`, ['a', 'b', 'c', 'd']],
    [`SELECT 1 FROM people, unnest(moods) AS m WHERE m = 'a'`, ['a']],
    [`SELECT 1 FROM people p, LATERAL (SELECT p.mood AS q) s WHERE s.q = 'a'`, ['a']],
    [`UPDATE people SET mood = 'a' WHERE note = 'b' RETURNING mood = 'c'`, ['a', 'c']],
    [`EXPLAIN DELETE FROM people USING places WHERE people.mood = 'a' AND places.mood = 'b'`, ['a']],
    [`SELECT 1 FROM people WHERE mood = E'a\\'b' AND mood = $q$c$q$`, [`a'b`, 'c']],
  ])('%s', (sql, values) => {
    expect(
      read(sql)
        .uses.map(({ value }) => value)
        .sort(),
    ).toEqual(values);
    expect(read(sql).faults).toEqual([]);
  });
});

describe('values that have nothing to do with it', () => {
  test.each([
    `SELECT 1 FROM places WHERE mood = 'a'`,
    `SELECT 'a' AS mood, note FROM people WHERE note = 'b'`,
    `SELECT CASE WHEN mood IS NULL THEN 'a' ELSE 'b' END FROM people`,
    `SELECT COALESCE(mood::text, 'a') = 'b' FROM people`,
    `SELECT m.mood FROM (SELECT note AS mood FROM people) m WHERE m.mood = 'a'`,
    `SELECT 1 FROM elsewhere WHERE mood = 'a'`,
    `SELECT data->>'mood' = 'a' FROM people, (SELECT '{}'::jsonb AS data) d`,
    `INSERT INTO places SELECT id, 'a' FROM people`,
  ])('%s', (sql) => {
    expect(read(sql).uses).toEqual([]);
    expect(read(sql).faults).toEqual([]);
  });
});

describe('types that PostgreSQL refuses', () => {
  test.each(typing.refused)('$sql', ({ sql, message }) => {
    expect(read(sql).faults.map((fault) => fault.message)).toEqual([message]);
  });
});

describe('types that PostgreSQL takes', () => {
  test.each(typing.taken)('%s', (sql) => {
    expect(read(sql).faults).toEqual([]);
  });
});

test('a parameter is noted with the enum that it meets', () => {
  const { parameters } = read(`UPDATE people SET mood = $2, note = $3 WHERE mood = ANY($1) AND id = $4`);
  expect(parameters.map(({ number, array }) => ({ number, array }))).toEqual([
    { number: 2, array: false },
    { number: 1, array: true },
  ]);
});

test('offsets count UTF-16 units, whatever stands before', () => {
  const sql = `SELECT '😀é' FROM people WHERE mood = 'gut'`;
  const [use] = read(sql).uses;
  expect(sql.slice(use?.start, use?.end)).toBe(`'gut'`);
});

function read(sql: string) {
  const reading = readSql(catalogue, sql);
  if (!reading.ok) throw new Error(reading.message);
  return reading.facts;
}
