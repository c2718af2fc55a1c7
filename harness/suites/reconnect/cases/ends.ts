import { newOrgToken, openDesk } from '../../lease/desk.ts';
import { client, type ReconnectCase } from '../reconnect-case.ts';

const MOST_ATTEMPTS = 10;
const STEP_MS = 250;

/** I.5: when nothing is opened again. */
export const ENDS: readonly ReconnectCase[] = [
  client(
    'backoff',
    'After ten attempts, each after its time, the page gives up and says so',
    async (tools) => {
      const { page, edge, expect } = tools;
      const seat = await tools.sitDown();
      edge.refuse(true);
      await page.clock.pauseAt(await page.evaluate(() => Date.now() + 5_000));
      edge.reset();
      for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
        const isDue = async () => (await seat.log()).closes.length >= attempt || undefined;
        if (!(await tools.settled(isDue, 10_000))) break;
        await tools.settled(
          async () => (await seat.state()).told.includes(`(attempt ${attempt} of`) || undefined,
          10_000,
        );
        for (let ms = 0; ms < 9_000 && (await seat.log()).acquires.length <= attempt; ms += STEP_MS)
          await seat.passInPage(STEP_MS);
        await tools.settled(async () => (await seat.log()).closes.length > attempt || undefined, 10_000);
      }
      const { closes, acquires, dials } = await seat.log();
      const delays = acquires.slice(1).map(({ atMs }, at) => atMs - (closes[at]?.atMs ?? 0));
      const seconds = delays.map((ms) => Math.floor(ms / 1000));
      expect.value('seconds before each attempt', seconds, [1, 2, 3, 4, 5, 5, 5, 5, 5, 5]);
      expect.value('it is told', await seat.until('lost'), true);
      expect.value('what people are told', (await seat.state()).told, 'Desktop stream disconnected.');
      expect.value('dials', dials.length, 1 + MOST_ATTEMPTS);
      edge.refuse(false);
      await seat.passInPage(600_000);
      const after = await seat.log();
      expect.value(
        'and nothing more',
        [after.dials.length, after.acquires.length],
        [1 + MOST_ATTEMPTS, 1 + MOST_ATTEMPTS],
      );
    },
  ),

  client('given-back', 'Control that was given back is not taken again', async (tools) => {
    const seat = await tools.sitDown();
    await tools.page.click('#release');
    tools.expect.value('it is told', await seat.until('ended'), true);
    await seat.passInPage(600_000);
    const { dials, acquires } = await seat.log();
    tools.expect.value('dials and leases', [dials.length, acquires.length], [1, 1]);
    const control = await tools.platform.ask('GET', `/workspaces/${seat.workspace.id}/display/control`, {
      as: 'admin',
    });
    tools.expect('nobody has it', control, { status: 200, like: { controller: 'none' } }, 'I.3');
  }),

  client(
    'taken-away',
    'Where somebody else has taken control the page says who, and dials no more',
    async (tools) => {
      const { page, platform, expect } = tools;
      const seat = await tools.sitDown();
      const other = await newOrgToken(tools);
      const path = `/workspaces/${seat.workspace.id}/display/control`;
      // The page may not ask again before somebody else has.
      await page.clock.pauseAt(await page.evaluate(() => Date.now() + 5_000));
      await platform.ask('POST', `${path}/release`, { as: 'admin', json: { force: true } });
      expect(
        'the other has it',
        await platform.ask('POST', `${path}/acquire`, { as: other, json: {} }),
        { status: 200 },
        'I.3',
      );
      expect.value('it is noticed', await seat.until('reconnecting'), true);
      await seat.passInPage(1_000);
      expect.value('it is told', await seat.until('held'), true);
      expect.value('who', (await seat.state()).told.startsWith(`org-token:${other.slice(0, 8)} `), true);
      await seat.passInPage(600_000);
      expect.value('dials', (await seat.log()).dials.length, 1);
    },
  ),

  client('stale', 'An answer for a desktop that is not wanted any more is dropped', async (tools) => {
    const { page, expect } = tools;
    const seat = await tools.sitDown();
    const [late, next] = [await openDesk(tools), await openDesk(tools)];
    let answer: (() => Promise<void>) | undefined;
    await page.route(`**/workspaces/${late.workspace.id}/display/control/acquire`, (route) => {
      answer = () => route.continue();
    });
    await seat.take(late.workspace.id);
    expect.value(
      'the first is asked',
      await tools.settled(async () => (answer ? true : undefined), 10_000),
      true,
    );
    await seat.take(next.workspace.id);
    expect.value('the second is shown', await seat.until('live'), true);
    const answered = page.waitForResponse((response) => response.url().includes(late.workspace.id));
    await answer?.();
    await answered;
    await seat.passInPage(20_000);
    const { dials } = await seat.log();
    expect.value(
      'what is dialled',
      dials.map(({ workspaceId }) => workspaceId),
      [seat.workspace.id, next.workspace.id],
    );
    expect.like('what is told', await seat.state(), { state: 'live' });
  }),
];
