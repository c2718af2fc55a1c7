import { client, type ReconnectCase } from '../reconnect-case.ts';
import type { Seat } from '../seat.ts';

const STEP_MS = 60_000;
const RENEWAL_MS = 120_000;

/** I.5: a lease that is renewed for as long as somebody sits there, on one socket. */
export const LIFE: readonly ReconnectCase[] = [
  ...[300, 600, 3600].map((seconds) =>
    client(
      `life@${seconds}`,
      `${seconds} s of control, on one socket, with pictures all the time`,
      async (tools) => {
        const seat = await tools.sitDown();
        const { expect } = tools;
        let picture = (await seat.laterPicture(0)) ?? 0;
        for (let passedMs = STEP_MS; passedMs <= seconds * 1000; passedMs += STEP_MS) {
          await seat.pass(STEP_MS);
          const renewals = Math.floor(passedMs / RENEWAL_MS);
          const isRenewed = await tools.settled(
            async () => seat.granted.length > renewals || undefined,
            10_000,
          );
          if (!isRenewed)
            expect.value(`leases after ${passedMs / 1000} s`, seat.granted.length, renewals + 1);
          // What is later than the picture after that minute has come after it.
          const later = await seat.laterPicture((await seat.picture()) ?? picture);
          if (later === undefined)
            expect.value(`a later picture after ${passedMs / 1000} s`, picture, 'a larger number');
          if (!isRenewed || later === undefined) return;
          picture = later;
        }
        expect.value('leases in all', seat.granted.length, 1 + Math.floor((seconds * 1000) / RENEWAL_MS));
        const ends = seat.granted.map(({ endMs }) => endMs);
        expect.value(
          'each ends later than the one before',
          ends.every((end, at) => at === 0 || end > (ends[at - 1] ?? 0)),
          true,
        );
        const { sessions } = await tools.desktop.journal();
        expect.value(
          'sockets at the desktop',
          sessions.map(({ closedAt }) => closedAt === null),
          [true],
        );
        expect.value('sockets of the page', (await seat.log()).dials.length, 1);
        expect.value('requests for another size', sessions[0]?.resizeRequests, 0);
        expect.like('what is told', await seat.state(), { state: 'live', warning: '' });
      },
    ),
  ),

  client('skewed', 'A browser whose clock is an hour ahead has control all the same', async (tools) => {
    const seat = await tools.sitDown({ aheadMs: 3_600_000 });
    await seat.pass(STEP_MS);
    tools.expect.like('what is told', await seat.state(), { state: 'live' });
  }),

  client('no-resize', 'Another size of the window asks for no other size of the desktop', async (tools) => {
    const seat = await tools.sitDown();
    await tools.page.setViewportSize({ width: 700, height: 500 });
    await seat.passInPage(2_000);
    const picture = (await seat.picture()) ?? 0;
    tools.expect.value('a later picture', (await seat.laterPicture(picture)) !== undefined, true);
    const { sessions } = await tools.desktop.journal();
    tools.expect.value(
      'requests for another size',
      sessions.map(({ resizeRequests }) => resizeRequests),
      [0],
    );
  }),

  client(
    'renewal-fails',
    'A renewal that fails is told at once, and one that succeeds takes that back',
    async (tools) => {
      const seat = await tools.sitDown();
      const failing = '**/control/acquire';
      await tools.page.route(failing, (route) => route.abort());
      await minutes(seat, 2);
      const warned = await tools.settled(async () => (await seat.state()).warning || undefined, 10_000);
      tools.expect.value('what people are told', /^Renewal fails/.test(warned ?? ''), true);
      tools.expect.like('the desktop is still shown', await seat.state(), { state: 'live' });
      await tools.page.unroute(failing);
      await minutes(seat, 2);
      const isFine = await tools.settled(
        async () => ((await seat.state()).warning === '' ? true : undefined),
        10_000,
      );
      tools.expect.value('no warning any more', isFine, true);
    },
  ),
];

/** A minute at a time, with a picture after each: a page that gets none gives the desktop up. */
async function minutes(seat: Seat, count: number): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) {
    await seat.pass(STEP_MS);
    await seat.laterPicture((await seat.picture()) ?? 0);
  }
}
