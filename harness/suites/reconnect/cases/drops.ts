import { CUTS, type Cut } from '../edge.ts';
import { client, type ReconnectCase, type ReconnectTools } from '../reconnect-case.ts';
import type { Seat } from '../seat.ts';

/** By then the page has noticed that nothing comes any more. */
const NOTICED_MS = 180_000;
/** Shorter than the time before the first attempt, so that none is made unseen. */
const STEP_MS = 900;

/** What breaks a session off that is live, and how much time the page needs to notice. */
const DROPS: Readonly<
  Record<
    string,
    { readonly noticedAfterMs?: number; readonly mayFail?: true; drop(tools: ReconnectTools): unknown }
  >
> = {
  reset: { drop: ({ edge }) => edge.reset() },
  blackhole: { noticedAfterMs: NOTICED_MS, drop: ({ edge }) => edge.blackhole() },
  'platform-restart': { mayFail: true, drop: ({ restart }) => restart('platform') },
  'desktop-restart': { mayFail: true, drop: ({ restart }) => restart('desktop') },
};

/** I.5: a session that breaks off is opened again, under a new lease. */
export const DROPPED: readonly ReconnectCase[] = [
  ...Object.entries(DROPS).map(([key, { noticedAfterMs = 0, mayFail, drop }]) =>
    client(`again@${key}`, `After a ${key} the desktop is shown again, under a new lease`, async (tools) => {
      const seat = await tools.sitDown();
      const before = (await seat.laterPicture(0)) ?? 0;
      await drop(tools);
      await passUntilNoticed(seat, noticedAfterMs);
      await again(tools, seat, before, mayFail);
    }),
  ),

  ...(Object.keys(CUTS) as Cut[]).map((cut) =>
    client(
      `cut@${cut}`,
      `A session that is cut at the ${cut} is opened again, under a new lease`,
      async (tools) => {
        tools.edge.cutNext(cut);
        const seat = await tools.sitDown({ isLive: false });
        await again(tools, seat, 0);
        tools.expect.value('the fault', tools.edge.dials[0]?.fault, `cut at the ${cut}`);
      },
    ),
  ),

  ...(['garbage', 'silent', 'flood'] as const).map((behaviour) =>
    client(
      `desktop@${behaviour}`,
      `A desktop of ${behaviour} is given up, and asked again`,
      async (tools) => {
        await tools.desktop.behave(behaviour);
        const seat = await tools.sitDown({ isLive: false });
        await tools.settled(async () => (await seat.log()).dials.length > 0 || undefined, 10_000);
        if (behaviour === 'silent') await passUntilNoticed(seat, NOTICED_MS);
        tools.expect.value('it is given up', await lost(tools, seat), true);
        await tools.desktop.behave('sound');
        await again(tools, seat, 0, true);
      },
    ),
  ),

  client('heartbeat', 'A still picture is no idle connection: the desktop pings', async (tools) => {
    const seat = await tools.sitDown();
    await tools.desktop.behave('still');
    tools.edge.idleKill(3_000);
    const pinged = async () => {
      const { sessions } = await tools.desktop.journal();
      const [session] = sessions;
      return session && (session.pongs >= 18 || session.closedAt !== null) ? session : undefined;
    };
    const session = await tools.settled(pinged, 20_000);
    tools.expect.value(
      'it stands',
      session && session.closedAt === null && tools.edge.dials[0]?.fault === undefined,
      true,
    );
    tools.expect.like('what is told', await seat.state(), { state: 'live' });
  }),

  client('lease-over', 'A page that slept while its lease ran out asks for a new one', async (tools) => {
    const seat = await tools.sitDown();
    const before = (await seat.laterPicture(0)) ?? 0;
    await tools.advance(301_000);
    await again(tools, seat, before);
  }),

  client('keys', 'Keys that were down when the session broke off are let go', async (tools) => {
    const { page, desktop, expect, settled } = tools;
    const seat = await tools.sitDown();
    await page.focus('#screen canvas');
    await page.keyboard.down('a');
    const isDown = await settled(
      async () => (await desktop.journal()).keysDown.includes(0x61) || undefined,
      10_000,
    );
    expect.value('the key is down', isDown, true);
    tools.edge.reset();
    expect.value('it is noticed', await lost(tools, seat), true);
    await page.keyboard.up('a');
    await again(tools, seat, 0);
    const isUp = await settled(
      async () => ((await desktop.journal()).keysDown.length === 0 ? true : undefined),
      3_000,
    );
    expect.value('keys that are down', isUp ? [] : (await desktop.journal()).keysDown, []);
  }),
];

/**
 * The desktop is shown again: a new lease, its token dialled, one socket, later pictures, and an echo. The first attempt
 * has to do, unless what was lost takes its time to come back.
 */
async function again(tools: ReconnectTools, seat: Seat, before: number, mayFail = false): Promise<void> {
  const { expect, desktop } = tools;
  const isNoticed = await lost(tools, seat);
  expect.value('it is noticed', isNoticed, true);
  if (!isNoticed) return;
  const isShown = await passUntilLive(tools, seat);
  expect.value('the desktop is shown again', isShown, true);
  if (!isShown) return;
  const later = await seat.laterPicture(before);
  expect.value('a later picture', later !== undefined, true);
  const { dials } = await seat.log();
  const [first, last] = [seat.granted[0], seat.granted.at(-1)];
  expect.value('dials', mayFail ? Math.min(dials.length, 2) : dials.length, 2);
  expect.value('another token than the first', last?.token !== first?.token, true);
  expect.value('the token of the newest lease is dialled', dials.at(-1)?.token === last?.token, true);
  expect.value('it ends later', (last?.endMs ?? 0) > (first?.endMs ?? 0), true);
  const open = (await desktop.journal()).sessions.filter(({ closedAt }) => closedAt === null);
  // Of a connection that is dead to us the desktop does not hear for a while.
  const isHalfOpen = tools.edge.dials.some(({ fault }) => fault === 'blackhole');
  if (!isHalfOpen) expect.value('open sockets at the desktop', open.length, 1);
  await echoes(tools);
}

/**
 * Waits until the page has lost its session. Its log says so for good, whatever it does next; of a connection that is dead
 * and was never closed only what it shows tells.
 */
async function lost({ settled }: ReconnectTools, seat: Seat): Promise<boolean> {
  const isLost = async () => {
    const { closes, dials } = await seat.log();
    return (
      closes.length > 0 || dials.length > 1 || (await seat.state()).state === 'reconnecting' || undefined
    );
  };
  return (await settled(isLost, 10_000)) ?? false;
}

/**
 * Lets time go by in the page until it is live again and no attempt is left, or has given up; what is on its way may
 * arrive meanwhile.
 */
async function passUntilLive({ settled }: ReconnectTools, seat: Seat): Promise<boolean> {
  const isOver = async () => {
    const [{ state }, { dials, closes }] = [await seat.state(), await seat.log()];
    if (GIVEN_UP.has(state)) return 'given up';
    if (state === 'live' && dials.length > 1 && dials.length > closes.length) return 'live';
    await seat.passInPage(STEP_MS);
    return undefined;
  };
  return (await settled(isOver, 30_000)) === 'live';
}

const GIVEN_UP: ReadonlySet<string> = new Set(['lost', 'held', 'ended']);

/** Lets time go by until the page says that it has lost the session, and no longer. */
async function passUntilNoticed(seat: Seat, mostMs: number): Promise<void> {
  for (let ms = 0; ms < mostMs; ms += STEP_MS) {
    if ((await seat.state()).state === 'reconnecting') return;
    await seat.pass(STEP_MS);
  }
}

async function echoes({ page, desktop, expect, settled }: ReconnectTools): Promise<void> {
  await page.focus('#screen canvas');
  await page.keyboard.press('z');
  const isEchoed = await settled(
    async () => (await desktop.journal()).keys.some(({ keysym }) => keysym === 0x7a) || undefined,
    10_000,
  );
  expect.value('what is typed arrives', isEchoed, true);
}
