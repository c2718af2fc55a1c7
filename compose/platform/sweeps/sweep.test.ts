import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ManualClock, manualClock } from '../test-support/manual-clock.ts';
import { eventually, startWorlds, type World, type Worlds } from '../test-support/world.ts';

const MINUTE_MS = 60_000;
let worlds: Worlds;
beforeAll(async () => {
  worlds = await startWorlds();
});
afterAll(() => worlds[Symbol.asyncDispose]());

interface Swept {
  readonly world: World;
  readonly clock: ManualClock;
}
async function start(environment: Record<string, string> = {}): Promise<Swept> {
  const clock = manualClock();
  return { clock, world: await worlds.start(environment, { clock }) };
}
/** Moves the clock and waits for every sweep that falls due. */
async function advance({ world, clock }: Swept, ms: number): Promise<void> {
  clock.advance(ms);
  await world.platform.background.settled();
}
async function inStatus({ world }: Swept, status: string, runtime: string): Promise<string> {
  const { id } = await world.join();
  await world.sql(`UPDATE workspaces SET runtime = '${runtime}', status = '${status}' WHERE id = '${id}'`);
  return id;
}
const statusOf = async ({ world }: Swept, id: string) =>
  (await world.sql(`SELECT status FROM workspaces WHERE id = '${id}'`))[0]?.status;
async function lastEvent({ world }: Swept, id: string) {
  const sql = `SELECT event_type, payload FROM structure_events WHERE workspace_id = '${id}' ORDER BY id DESC`;
  const [row] = await world.sql(sql);
  return [row?.event_type, JSON.parse(String(row?.payload))];
}

describe('what is starting for too long (F.5)', () => {
  test('fails by the limit of its runtime, and says which it was', async () => {
    const swept = await start();
    const hermes = await inStatus(swept, 'provisioning', 'hermes');
    const other = await inStatus(swept, 'provisioning', 'external');
    await advance(swept, 10 * MINUTE_MS - 1);
    expect([await statusOf(swept, hermes), await statusOf(swept, other)]).toEqual([
      'provisioning',
      'provisioning',
    ]);
    await advance(swept, MINUTE_MS);
    expect([await statusOf(swept, hermes), await statusOf(swept, other)]).toEqual(['provisioning', 'failed']);
    expect(await lastEvent(swept, other)).toEqual([
      'WORKSPACE_PROVISION_FAILED',
      {
        error: 'provisioning timed out',
        timeout_secs: 600,
        runtime: 'external',
        source: 'provision_timeout_sweep',
      },
    ]);
    await advance(swept, 20 * MINUTE_MS);
    expect(await statusOf(swept, hermes)).toBe('failed');
    expect((await lastEvent(swept, hermes))[1]).toMatchObject({ timeout_secs: 1800, runtime: 'hermes' });
  });

  test('fails by the one limit of the environment, where there is one', async () => {
    const swept = await start({ PROVISION_TIMEOUT_SECONDS: '60' });
    const hermes = await inStatus(swept, 'provisioning', 'hermes');
    await advance(swept, 2 * MINUTE_MS);
    expect(await statusOf(swept, hermes)).toBe('failed');
  });
});

describe('who is silent (E.3)', () => {
  test('an external agent is waited for again after 90 s, and comes back with a heartbeat', async () => {
    const swept = await start();
    const { id, token } = await swept.world.join('http://localhost:9');
    await advance(swept, 89_000);
    expect(await statusOf(swept, id)).toBe('online');
    await advance(swept, 15_000);
    expect(await statusOf(swept, id)).toBe('awaiting_agent');
    expect(await lastEvent(swept, id)).toEqual(['WORKSPACE_OFFLINE', {}]);
    const beat = { bearer: token, body: { workspace_id: id } };
    await swept.world.call('POST', '/registry/heartbeat', beat);
    expect(await statusOf(swept, id)).toBe('online');
  });

  test('one that never spoke is waited for as well, and the limit can be set', async () => {
    const swept = await start({ REMOTE_LIVENESS_STALE_AFTER: '20s' });
    const never = await inStatus(swept, 'online', 'external');
    const waiting = await inStatus(swept, 'paused', 'external');
    await advance(swept, 15_000);
    expect(await statusOf(swept, never)).toBe('online');
    await advance(swept, 15_000);
    expect([await statusOf(swept, never), await statusOf(swept, waiting)]).toEqual([
      'awaiting_agent',
      'paused',
    ]);
  });

  test('an instance of the platform’s own is offline, not waited for', async () => {
    const swept = await start();
    const id = await inStatus(swept, 'degraded', 'hermes');
    await advance(swept, 179_000);
    expect(await statusOf(swept, id)).toBe('degraded');
    await advance(swept, 15_000);
    expect(await statusOf(swept, id)).toBe('offline');
  });

  test('in R1 an external agent stays online for ever', async () => {
    const swept = await start({ CONTRACT_REVISION: 'R1' });
    const { id } = await swept.world.join('http://localhost:9');
    await advance(swept, 60 * MINUTE_MS);
    expect(await statusOf(swept, id)).toBe('online');
  });
});

test('a sweep that fails is told of, and the next one runs', async () => {
  const swept = await start();
  const id = await inStatus(swept, 'provisioning', 'external');
  await swept.world.sql('ALTER TABLE workspaces RENAME TO away');
  await advance(swept, 11 * MINUTE_MS);
  await eventually(() => swept.world.lines.some((line) => line.includes('provision timeout sweep')));
  await swept.world.sql('ALTER TABLE away RENAME TO workspaces');
  await advance(swept, MINUTE_MS);
  expect(await statusOf(swept, id)).toBe('failed');
});
