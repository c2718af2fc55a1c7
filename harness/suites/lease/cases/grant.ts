import { regex } from '../../contract/language/index.ts';
import { endOf, openDesk, tokenIn } from '../desk.ts';
import { type LeaseCase, type LeaseTools, lease } from '../lease-case.ts';

/** How far clocks of one machine, and what happens between two looks at them, may lie apart. */
const TOLERANCE_SECONDS = 2;
const BAD = 'invalid display control request';
const LIMITS = 'ttl_seconds must be between 30 and 3600';
const NOT_USER = 'browser callers may only acquire user display control';

/** Bodies, and for how many seconds they get a lease. */
const GRANTED: Readonly<Record<string, readonly [string, number]>> = {
  'no-body': ['', 300],
  null: ['null', 300],
  empty: ['{}', 300],
  'ttl-0': ['{"ttl_seconds":0}', 300],
  'ttl-null': ['{"ttl_seconds":null}', 300],
  'ttl-30': ['{"ttl_seconds":30}', 30],
  'ttl-3600': ['{"ttl_seconds":3600}', 3600],
  trailing: ['{"ttl_seconds":60} {"ttl_seconds":90}', 60],
  user: ['{"controller":"user"}', 300],
  unknown: ['{"ttl":60}', 300],
};

/** Bodies that get none, and why. */
const REFUSED: Readonly<Record<string, readonly [string, string]>> = {
  'no-json': ['{', BAD],
  list: ['[]', BAD],
  'ttl-float': ['{"ttl_seconds":60.0}', BAD],
  'ttl-text': ['{"ttl_seconds":"60"}', BAD],
  'ttl-huge': ['{"ttl_seconds":99999999999999999999}', BAD],
  oversized: [`{"pad":"${'x'.repeat(1_100_000)}"}`, BAD],
  agent: ['{"controller":"agent","ttl_seconds":5}', NOT_USER],
  'ttl-29': ['{"ttl_seconds":29}', LIMITS],
  'ttl-3601': ['{"ttl_seconds":3601}', LIMITS],
  'ttl-negative': ['{"ttl_seconds":-300}', LIMITS],
};

/** I.3: who gets a lease, for how long, and how it is extended. */
export const GRANT: readonly LeaseCase[] = [
  lease('I.3', 'granted', 'A lease is granted, told, and shown to whoever asks', async (tools) => {
    const desk = await openDesk(tools);
    tools.expect('nobody has it', await desk.control(), { status: 200, like: { controller: 'none' } });
    const taken = await desk.acquire('admin');
    const session = `^/workspaces/${desk.workspace.id}/display/session/websockify#token=[\\w-]+\\.[\\w-]+$`;
    tools.expect('it is granted', taken, {
      status: 200,
      like: { controller: 'user', controlled_by: 'admin-token', session_url: regex(session) },
    });
    const shown = await desk.control();
    const { controller, controlled_by, expires_at } = Object(taken.json);
    tools.expect.value('what is shown', shown.json, { controller, controlled_by, expires_at });
  }),

  ...Object.entries(GRANTED).map(([key, [body, seconds]]) =>
    lease('I.3', `lasts@${key}`, `A lease that is asked for as ${key} lasts ${seconds} s`, async (tools) => {
      const taken = await (await openDesk(tools)).acquire('admin', body);
      tools.expect('it is granted', taken, { status: 200 });
      await lasts(tools, endOf(taken), seconds);
    }),
  ),

  ...Object.entries(REFUSED).map(([key, [body, error]]) =>
    lease('I.3', `refused@${key}`, `Nobody gets a lease by ${key}`, async (tools) => {
      const desk = await openDesk(tools);
      tools.expect('it is refused', await desk.acquire('admin', body), { status: 400, like: { error } });
      tools.expect('nobody has it', await desk.control(), { status: 200, like: { controller: 'none' } });
    }),
  ),

  lease('I.3', 'no-desktop', 'Where there is no desktop there is no lease', async (tools) => {
    const none = await openDesk(tools, { display: { mode: 'none' } });
    const refused = await none.acquire('admin');
    tools.expect('it is refused', refused, { status: 400, like: { error: 'display not enabled' } });
    tools.expect('a workspace may not control itself', await none.acquire(none.workspace.token), {
      ...{ status: [401, 403] },
    });
  }),

  lease('I.3', 'extended', 'Its holder extends a lease past the end that it had', async (tools) => {
    const desk = await openDesk(tools);
    const first = await desk.acquire('admin', { ttl_seconds: 300 });
    for (let renewal = 1; renewal <= 3; renewal += 1) {
      await tools.advance(120_000);
      const renewed = await desk.acquire('admin', { ttl_seconds: 300 });
      tools.expect(`renewal ${renewal}`, renewed, { status: 200, like: { controlled_by: 'admin-token' } });
      await lasts(tools, endOf(renewed), 300);
      const movedSeconds = Math.round((endOf(renewed) - endOf(first)) / 1000);
      tools.expect.value(
        `renewal ${renewal} moves the end`,
        movedSeconds >= renewal * 120 - TOLERANCE_SECONDS,
        true,
      );
    }
    const still = await desk.control();
    tools.expect('it is held past its first end', still, { like: { controlled_by: 'admin-token' } });
  }),

  lease(
    'I.3',
    'never-shortened',
    'A lease that is extended never ends earlier than it would have',
    async (tools) => {
      const desk = await openDesk(tools);
      const first = await desk.acquire('admin', { ttl_seconds: 3600 });
      const second = await desk.acquire('admin', { ttl_seconds: 30 });
      tools.expect('it is granted again', second, { status: 200 });
      tools.expect.value(
        'the end',
        Reflect.get(Object(second.json), 'expires_at'),
        Reflect.get(Object(first.json), 'expires_at'),
      );
    },
  ),

  lease(
    'I.4',
    'tokens-differ',
    'No two grants have the same token, within one second neither',
    async (tools) => {
      const desk = await openDesk(tools);
      // All of them end when the first does, so nothing but the grant itself tells them apart.
      const tokens = [tokenIn(await desk.acquire('admin', { ttl_seconds: 3600 }))];
      for (let grant = 0; grant < 3; grant += 1)
        tokens.push(tokenIn(await desk.acquire('admin', { ttl_seconds: 60 })));
      tools.expect.value(
        'different tokens',
        new Set(tokens.filter((token) => token !== '')).size,
        tokens.length,
      );
    },
  ),

  lease('I.3', 'trail', 'Who takes and gives back leaves a trail', async (tools) => {
    const desk = await openDesk(tools);
    await desk.acquire('admin', { ttl_seconds: 60 });
    await desk.release('admin');
    const rows = await tools.database.query(
      `SELECT event_type, payload FROM structure_events
        WHERE workspace_id = $1 AND event_type LIKE 'display.%' ORDER BY id`,
      [desk.workspace.id],
    );
    tools.expect.value(
      'events',
      rows.map(({ event_type }) => event_type),
      [
        'display.control.acquire.started',
        'display.control.acquire.completed',
        'display.control.release.started',
        'display.control.release.completed',
      ],
    );
    tools.expect.like('the second', rows[1]?.payload, { controlled_by: 'admin-token', ttl_seconds: 60 });
  }),
];

async function lasts({ advance, expect }: LeaseTools, endMs: number, seconds: number): Promise<void> {
  const leftSeconds = (endMs - (await advance(0))) / 1000;
  const isSo = Math.abs(leftSeconds - seconds) <= TOLERANCE_SECONDS;
  expect.value('it lasts', isSo ? `${seconds} s` : `${leftSeconds.toFixed(1)} s`, `${seconds} s`);
}
