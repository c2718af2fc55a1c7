import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { createDrivenClock } from './driven-clock.ts';
import { ADMIN, MIGRATIONS, startWorlds, type World, type Worlds } from './test-support/world.ts';

const DRIVEN = { ASSAY_CLOCK: 'driven', ASSAY_CLOCK_TOKEN: 'clock-token' };
const MINUTE_MS = 60_000;
let worlds: Worlds;
beforeAll(async () => {
  worlds = await startWorlds();
});
afterAll(() => worlds[Symbol.asyncDispose]());

const advance = (world: World, ms: unknown, bearer = 'clock-token') =>
  world.call('POST', '/-/clock/advance', { bearer, body: { ms } as object });

describe('a driven clock', () => {
  const still = () => {
    const written: number[] = [];
    const store = { write: async (ms: number) => void written.push(ms) };
    return { clock: createDrivenClock(store, 0, () => 1000), written };
  };

  test('fires what becomes due on the way in the order of its time, each at its time', async () => {
    const { clock, written } = still();
    const seen: string[] = [];
    const note = (name: string) => () => void seen.push(`${name} at ${clock.nowMs()}`);
    clock.after(300, note('late'));
    clock.after(100, note('early'));
    clock.after(100, note('early too'));
    clock.after(5000, note('never'));
    clock.after(200, note('cancelled')).cancel();
    expect(await clock.advance(400)).toBe(1400);
    expect(seen).toEqual(['early at 1100', 'early too at 1100', 'late at 1300']);
    expect(written).toEqual([100, 100, 300, 400]);
  });

  test('fires a timer again that is set anew when it fires, as often as there is time for', async () => {
    const { clock } = still();
    const seen: number[] = [];
    const again = () => {
      seen.push(clock.nowMs());
      clock.after(120, again);
    };
    clock.after(120, again);
    await Promise.all([clock.advance(200), clock.advance(200)]);
    expect(seen).toEqual([1120, 1240, 1360]);
  });

  test('starts a restarted timer over from the time that it shows', async () => {
    const { clock } = still();
    const seen: number[] = [];
    const timer = clock.after(100, () => void seen.push(clock.nowMs()));
    await clock.advance(90);
    timer.restart();
    await clock.advance(90);
    expect(seen).toEqual([]);
    await clock.advance(10);
    expect(seen).toEqual([1190]);
  });

  test('runs on by itself', async () => {
    const clock = createDrivenClock({ write: async () => undefined }, 5_000_000);
    expect(clock.nowMs()).toBeGreaterThan(Date.now() + 4_999_000);
    const fired = new Promise<string>((resolve) => clock.after(5, () => resolve('fired')));
    const kept = setTimeout(() => undefined, 10_000);
    expect(await fired).toBe('fired');
    clearTimeout(kept);
  });
});

describe('a platform whose clock is driven', () => {
  test('shows the time that it was put forward to, in what it says and in what its database says', async () => {
    const world = await worlds.start(DRIVEN);
    const { id, token } = await world.join();
    const answer = await advance(world, 10 * MINUTE_MS);
    expect(answer.status).toBe(200);
    const aheadMs = (text: unknown) => Date.parse(String(text)) - Date.now();
    expect(aheadMs(new Date(answer.json.now_ms).toISOString())).toBeGreaterThan(9.9 * MINUTE_MS);
    const row = { activity_type: 'agent_log', summary: 'later' };
    await world.call('POST', `/workspaces/${id}/activity`, { bearer: token, body: row });
    const listed = await world.call('GET', `/workspaces/${id}/activity`, { bearer: token });
    expect(aheadMs(listed.json[0].created_at)).toBeGreaterThan(9.9 * MINUTE_MS);
    const [times] = await world.sql(
      `SELECT clock_timestamp() AS clock, now() AS now,
         (SELECT last_used_at FROM workspace_auth_tokens WHERE workspace_id = '${id}') AS used`,
    );
    for (const time of Object.values(times ?? {})) expect(aheadMs(time)).toBeGreaterThan(9.9 * MINUTE_MS);
  });

  test('goes on from there when it is started again on the same database', async () => {
    const before = await worlds.start(DRIVEN, {}, 'again');
    await advance(before, 60 * MINUTE_MS);
    await before[Symbol.asyncDispose]();
    const after = await worlds.start(DRIVEN, {}, 'again');
    expect(after.platform.clock.nowMs() - Date.now()).toBeGreaterThan(59 * MINUTE_MS);
  });

  test('refuses to be put forward by who has not its token, and by what is no time', async () => {
    const world = await worlds.start(DRIVEN);
    const before = world.platform.clock.nowMs();
    for (const bearer of ['', ADMIN, 'clock-token2']) {
      expect((await advance(world, 1000, bearer)).status).toBe(401);
    }
    for (const ms of [-1, 1.5, '1000', null, undefined, true, 31_536_000_001]) {
      expect((await advance(world, ms)).status).toBe(400);
    }
    expect((await world.call('POST', '/-/clock/advance', { bearer: 'clock-token' })).status).toBe(400);
    expect(world.platform.clock.nowMs() - before).toBeLessThan(MINUTE_MS);
  });

  test('is put forward also where every other request has to name its organisation', async () => {
    const world = await worlds.start({ ...DRIVEN, MOLECULE_ORG_ID: 'org-1' });
    expect((await advance(world, 1000)).status).toBe(200);
  });
});

test('where the clock is the machine’s there is no such route', async () => {
  const world = await worlds.start();
  const answer = await advance(world, 1000);
  expect([answer.status, answer.text]).toEqual([404, '404 page not found']);
});

test('a clock that the platform does not have, and one without a token, keep it from starting', () => {
  const base = { DATABASE_URL: 'postgres://x', MIGRATIONS_DIR: MIGRATIONS };
  expect(() => readConfig({ ...base, ASSAY_CLOCK: 'sundial' })).toThrow(/ASSAY_CLOCK is sundial/);
  expect(() => readConfig({ ...base, ASSAY_CLOCK: 'driven' })).toThrow(/ASSAY_CLOCK_TOKEN is not set/);
});

test('no statement and no code asks for a time that a driven clock does not move', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(ts|sql)$/.test(file) && !/test/.test(file) && !EXEMPT.includes(file),
  );
  const forbidden =
    /\b(current_timestamp|localtimestamp|current_date|transaction_timestamp|statement_timestamp)\b|'now'|Date\.now\(|new Date\(\)|setTimeout\(|setInterval\(/i;
  const found = files.flatMap((file) =>
    forbidden.test(readFileSync(join(folder, file), 'utf8')) ? [file] : [],
  );
  expect(files.length).toBeGreaterThan(80);
  expect(found).toEqual([]);
});

/** The clocks themselves, and the last seconds of a process that shall end. */
const EXEMPT = ['clock.ts', 'driven-clock.ts', 'main.ts', 'store/clock-shift.ts'];
