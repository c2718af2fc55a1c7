import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN, startWorlds, type World, type Worlds } from '../test-support/world.ts';

const SECRET = { DISPLAY_SESSION_SIGNING_SECRET: 'signing' };
const DRIVEN = { ASSAY_CLOCK: 'driven', ASSAY_CLOCK_TOKEN: 'clock-token' };
const DISPLAY = { mode: 'desktop-control', protocol: 'novnc', width: 1280, height: 800 };
const ORG = 'org-token-0123456789';
let worlds: Worlds;
let world: World;
beforeAll(async () => {
  worlds = await startWorlds();
  world = await worlds.start({ ...SECRET, ...DRIVEN });
  const hash = createHash('sha256').update(ORG).digest('hex');
  await world.sql(
    `INSERT INTO org_api_tokens (name, token_hash, prefix) VALUES ('o', '\\x${hash}', '${ORG.slice(0, 8)}')`,
  );
});
afterAll(() => worlds[Symbol.asyncDispose]());

async function desktop(compute: object = { display: DISPLAY }, instance = 'i-1'): Promise<string> {
  const { id } = await world.join(undefined, { compute });
  await world.sql(`UPDATE workspaces SET instance_id = '${instance}' WHERE id = '${id}'`);
  return id;
}

const post = (id: string, act: 'acquire' | 'release', body?: object | string, bearer = ADMIN) =>
  world.call('POST', `/workspaces/${id}/display/control/${act}`, { bearer, ...(body && { body }) });
const control = (id: string) => world.call('GET', `/workspaces/${id}/display/control`, { bearer: ADMIN });
const advance = (ms: number) =>
  world.call('POST', '/-/clock/advance', { bearer: 'clock-token', body: { ms } });
const leftSeconds = (answer: { json: { expires_at: string } }) =>
  Math.round((Date.parse(answer.json.expires_at) - world.platform.clock.nowMs()) / 1000);

describe('availability (I.2)', () => {
  test('a desktop is shown with what is set of it, ready where it has an instance', async () => {
    const show = async (id: string) =>
      (await world.call('GET', `/workspaces/${id}/display`, { bearer: ADMIN })).json;
    expect(await show(await desktop())).toEqual({ available: true, ...DISPLAY, status: 'ready' });
    const sparse = { display: { mode: 'desktop-control', protocol: '', width: 0 } };
    expect(await show(await desktop(sparse, ''))).toEqual({
      available: false,
      reason: 'display_session_unavailable',
      mode: 'desktop-control',
      status: 'not_configured',
    });
    for (const display of [{}, { mode: 'none' }, { mode: '' }])
      expect(await show(await desktop({ display }))).toEqual({
        available: false,
        reason: 'display_not_enabled',
      });
  });

  test('an unknown workspace is 404, what is no id 500, and nobody is told without the right to know', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    const get = (id: string, bearer = ADMIN) => world.call('GET', `/workspaces/${id}/display`, { bearer });
    expect((await get(unknown)).status).toBe(404);
    expect((await get('no-id')).status).toBe(500);
    expect((await get(unknown, 'wrong')).status).toBe(401);
  });
});

describe('a lease (I.3)', () => {
  test('is granted for 300 s unless told otherwise, and shown to whoever asks', async () => {
    const id = await desktop();
    const taken = await post(id, 'acquire');
    expect(taken.json).toEqual({
      controller: 'user',
      controlled_by: 'admin-token',
      expires_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      session_url: expect.stringMatching(
        `^/workspaces/${id}/display/session/websockify#token=[\\w-]+\\.[\\w-]+$`,
      ),
    });
    expect(leftSeconds(taken)).toBe(300);
    const { session_url: _, ...shown } = taken.json;
    expect((await control(id)).json).toEqual(shown);
  });

  test.each([
    ['no JSON', 400, 'invalid display control request'],
    ['[]', 400, 'invalid display control request'],
    ['{"ttl_seconds":60.5}', 400, 'invalid display control request'],
    ['{"ttl_seconds":60.0}', 400, 'invalid display control request'],
    ['{"ttl_seconds":"60"}', 400, 'invalid display control request'],
    ['{"controller":5}', 400, 'invalid display control request'],
    ['{"controller":"agent"}', 400, 'browser callers may only acquire user display control'],
    ['{"controller":"agent","ttl_seconds":5}', 400, 'browser callers may only acquire user display control'],
    ['{"ttl_seconds":29}', 400, 'ttl_seconds must be between 30 and 3600'],
    ['{"ttl_seconds":3601}', 400, 'ttl_seconds must be between 30 and 3600'],
    ['{"ttl_seconds":-1}', 400, 'ttl_seconds must be between 30 and 3600'],
    [`{"pad":"${'x'.repeat(1_100_000)}"}`, 400, 'invalid display control request'],
  ])('a wish of %.40s is %i', async (body, status, error) => {
    const answer = await post(await desktop(), 'acquire', body);
    expect([answer.status, answer.json.error]).toEqual([status, error]);
  });

  test.each([
    ['null', 300],
    ['{}', 300],
    ['{"ttl_seconds":0}', 300],
    ['{"ttl_seconds":30} and more', 30],
    ['{"ttl_seconds":3600,"more":{"a":"}"}}', 3600],
    ['{"controller":""}', 300],
  ])('a wish of %s lasts %i s', async (body, seconds) => {
    expect(leftSeconds(await post(await desktop(), 'acquire', body))).toBe(seconds);
  });

  test('is extended by its holder, with another token each time, and never shortened', async () => {
    const id = await desktop();
    const first = await post(id, 'acquire', { ttl_seconds: 600 });
    const second = await post(id, 'acquire', { ttl_seconds: 30 });
    expect([second.status, second.json.expires_at]).toEqual([200, first.json.expires_at]);
    await advance(120_000);
    const third = await post(id, 'acquire', { ttl_seconds: 600 });
    expect(leftSeconds(third)).toBe(600);
    expect(new Set([first, second, third].map(({ json }) => json.session_url)).size).toBe(3);
  });

  test('keeps another holder out with 409 and who has it, until it is given back or over', async () => {
    const id = await desktop();
    const { json: held } = await post(id, 'acquire', { ttl_seconds: 30 });
    const { session_url: _, ...current } = held;
    const refused = await post(id, 'acquire', {}, ORG);
    expect([refused.status, refused.json]).toEqual([409, { error: 'display control already held', current }]);
    const kept = await post(id, 'release', {}, ORG);
    expect([kept.status, kept.json]).toEqual([
      409,
      { error: 'display control held by another caller', current },
    ]);
    await advance(30_001);
    expect((await control(id)).json).toEqual({ controller: 'none' });
    const other = await post(id, 'acquire', {}, ORG);
    expect(other.json).toMatchObject({ controller: 'user', controlled_by: `org-token:${ORG.slice(0, 8)}` });
    expect((await post(id, 'release', {}, ORG)).json).toEqual({ controller: 'none' });
    expect((await post(id, 'acquire')).json.controlled_by).toBe('admin-token');
  });

  test('is taken away by force only with the admin token', async () => {
    const id = await desktop();
    await post(id, 'acquire', {}, ORG);
    const refused = await post(id, 'release', { force: true }, ORG);
    expect([refused.status, refused.json.error]).toEqual([403, 'force release requires admin-token auth']);
    expect((await post(id, 'release', { force: true })).json).toEqual({ controller: 'none' });
    expect((await post(id, 'release', '{"force":1}')).status).toBe(400);
    expect((await post(id, 'release')).json).toEqual({ controller: 'none' });
  });

  test('needs a desktop, a signing secret, and leaves a trail', async () => {
    const none = await world.join();
    expect((await post(none.id, 'acquire')).json).toEqual({ error: 'display not enabled' });
    expect((await post('00000000-0000-4000-8000-000000000000', 'acquire')).status).toBe(404);
    for (const act of ['acquire', 'release'] as const) expect((await post('no-id', act)).status).toBe(500);
    const id = await desktop();
    await post(id, 'acquire', { ttl_seconds: 60 });
    await post(id, 'acquire', {}, ORG);
    await post(id, 'release');
    const rows = await world.sql(`SELECT event_type, payload FROM structure_events
      WHERE workspace_id = '${id}' AND event_type LIKE 'display.%' ORDER BY id`);
    expect(rows.map(({ event_type }) => String(event_type).replace('display.control.', ''))).toEqual([
      'acquire.started',
      'acquire.completed',
      'acquire.started',
      'acquire.failed',
      'release.started',
      'release.completed',
    ]);
    expect(JSON.parse(String(rows[1]?.payload))).toEqual({
      ...{ controller: 'user', controlled_by: 'admin-token', ttl_seconds: 60 },
      ...{ duration_ms: expect.any(Number), rows_affected: 1 },
    });
  });
});

test('without a signing secret nobody takes control', async () => {
  const bare = await worlds.start();
  const { id } = await bare.join(undefined, { compute: { display: DISPLAY } });
  const answer = await bare.call('POST', `/workspaces/${id}/display/control/acquire`, { bearer: ADMIN });
  expect([answer.status, answer.json.error]).toEqual([
    503,
    'display session signing secret is not configured',
  ]);
});
