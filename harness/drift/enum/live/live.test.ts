import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootDatabase, type Database } from '../../../environment/index.ts';
import { checkEnums } from '../check-enums.ts';
import { type Construct, constructsIn, copyTree, FIXTURES, typingCases } from '../planting.ts';
import { loadEnumSettings } from '../settings.ts';
import { askLive } from './ask-live.ts';
import { readLiveValues } from './live-values.ts';

const constructs = constructsIn('constructs.yaml');
let postgres: Database;
beforeAll(async () => {
  postgres = await bootDatabase();
});
afterAll(() => postgres[Symbol.asyncDispose]());

const ask = {
  askLive: (...args: [Parameters<typeof askLive>[1], Parameters<typeof askLive>[2]]) =>
    askLive(postgres.url, ...args),
};

test('a real server prepares every statement of the clean tree', async () => {
  using tree = copyTree('clean', constructs);
  const report = await checkEnums(loadEnumSettings(`${tree.root}/enum.yaml`), ask);
  expect(report.findings).toEqual([]);
  expect(report.verdict).toBe('passed');
  expect(report.counts.prepared).toBeGreaterThan(40);
});

test.each(constructs.filter(({ rule }) => rule === 'enum/typing'))(
  'a real server confirms the typing fault of $id',
  async (construct) => {
    const [finding, ...more] = (await checkPlanted(construct)).findings;
    expect(more).toEqual([]);
    expect(finding?.rule).toBe('enum/typing');
    expect(finding?.confirmedBy).toMatch(
      /^PostgreSQL \d+\.\d+: (column "status" is of type|operator does not exist)/,
    );
  },
);

test('the historical sites are confirmed, except a bound value and a cast that fail only when they run', async () => {
  const report = await checkEnums(loadEnumSettings(`${FIXTURES}/historical/enum.yaml`), ask);
  const confirmed = report.findings.filter(({ confirmedBy }) =>
    confirmedBy?.includes('invalid input value for enum'),
  );
  expect(report.findings).toHaveLength(8);
  expect(confirmed).toHaveLength(6);
});

test('what static reading misses and the server refuses becomes a finding of its own', async () => {
  using tree = copyTree('clean', constructs);
  tree.write(
    'internal/odd/odd.go',
    'package odd\n\nfunc run() { db.Exec(`UPDATE workspaces SET status = status || 1`) }\n',
  );
  const report = await checkEnums(loadEnumSettings(`${tree.root}/enum.yaml`), ask);
  expect(report.findings.map(({ rule, file, line }) => `${rule} ${file}:${line}`)).toEqual([
    expect.stringMatching(/^enum\/(?:refused|typing) internal\/odd\/odd.go:3$/),
  ]);
});

test('a migration that the server refuses leaves the check inconclusive and names the place', async () => {
  using tree = copyTree('clean', constructs);
  tree.write('migrations/099_wrong.up.sql', '\nALTER TABLE nowhere ADD COLUMN a INT;\n');
  const report = await checkEnums(loadEnumSettings(`${tree.root}/enum.yaml`), ask);
  expect(report.verdict).toBe('inconclusive');
  expect(report.reasons.join()).toMatch(/migrations\/099_wrong\.up\.sql:2:1: .*nowhere/);
});

test('a real server uses the words of the typing cases, and takes the others', async () => {
  const { schema, refused, taken } = typingCases();
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(schema);
  for (const { sql, message } of refused) {
    const words = message.replace(/^column is/, 'column ".*" is').replace(/[[\]()~]/g, '\\$&');
    await expect(client.query(`PREPARE refused AS ${sql}`), sql).rejects.toThrow(
      new RegExp(`${words}|types mood and text`),
    );
  }
  for (const [index, sql] of taken.entries()) await client.query(`PREPARE taken${index} AS ${sql}`);
  await client.query('DROP TABLE people, places CASCADE; DROP TYPE mood');
  await client.end();
});

test('no scratch database stays behind', async () => {
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  const { rows } = await client.query(`SELECT datname FROM pg_database WHERE datname LIKE 'assay_drift_%'`);
  await client.end();
  expect(rows).toEqual([]);
});

test('a live enum that lacks a value or has one too many is an error, another order a warning', async () => {
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`CREATE TYPE workspace_status AS ENUM ('offline', 'provisioning', 'dormant')`);
  const liveValues = await readLiveValues(postgres.url);
  await client.query('DROP TYPE workspace_status');
  await client.end();
  expect(liveValues.get('workspace_status')).toEqual(['offline', 'provisioning', 'dormant']);
  using tree = copyTree('clean', constructs);
  const report = await checkEnums(loadEnumSettings(`${tree.root}/enum.yaml`), { liveValues });
  const live = report.findings.filter(
    ({ rule, message }) => rule === 'enum/live' && message.includes('workspace_status'),
  );
  expect(live.map(({ value }) => value)).toContain('dormant');
  expect(live.map(({ value }) => value)).toContain('online');
  expect(report.verdict).toBe('failed');
});

async function checkPlanted(construct: Construct) {
  using tree = copyTree('clean', constructs);
  tree.write(
    construct.file,
    construct.clean.replace(construct.find, () => construct.plant),
  );
  return await checkEnums(loadEnumSettings(`${tree.root}/enum.yaml`), ask);
}
