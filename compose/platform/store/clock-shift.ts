import type { ShiftStore } from '../driven-clock.ts';
import type { Database } from './database.ts';

/**
 * Where a driven platform's names are looked up. Its statements say `clock_timestamp()`, as those of any other do; here
 * a function of that name stands before the server's own, which is why that one's schema is named, and named last.
 */
export const DRIVEN_SEARCH_PATH = 'public,assay_clock,pg_catalog';

/** How far the clock of this database was ahead, and where that is kept from now on. */
export interface OpenShift extends ShiftStore {
  readonly shiftMs: number;
}

/**
 * Makes the database follow a driven clock: `clock_timestamp()` and `now()` are ahead by what is written here, in
 * statements and in the defaults of tables that are made from now on, for whoever inserts. Safe to repeat.
 */
export async function openShift(database: Database): Promise<OpenShift> {
  await database.transaction(async (queries) => {
    await queries.query('', 'SELECT pg_advisory_xact_lock($1)', [LOCK_KEY]);
    for (const statement of SCHEMA) await queries.query('', statement);
  });
  const [row] = await database.query<{ ms: number }>('', 'SELECT ms FROM assay_clock.shift');
  return {
    shiftMs: row?.ms ?? 0,
    write: async (shiftMs) => {
      await database.query('clock-shift', 'UPDATE assay_clock.shift SET ms = $1', [shiftMs]);
    },
  };
}

/** Platforms that start at once on one database take turns. */
const LOCK_KEY = '4025174020';

const SCHEMA = [
  'CREATE SCHEMA IF NOT EXISTS assay_clock',
  `CREATE TABLE IF NOT EXISTS assay_clock.shift (
     only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row), ms bigint NOT NULL)`,
  'INSERT INTO assay_clock.shift (ms) VALUES (0) ON CONFLICT DO NOTHING',
  ...['clock_timestamp', 'now'].map(
    (name) => `CREATE OR REPLACE FUNCTION assay_clock.${name}() RETURNS timestamptz LANGUAGE sql VOLATILE
       AS 'SELECT pg_catalog.${name}() + ms * interval ''1 millisecond'' FROM assay_clock.shift'`,
  ),
];
