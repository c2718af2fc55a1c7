import { holderOf, newOrgToken, openDesk } from '../desk.ts';
import { type LeaseCase, lease } from '../lease-case.ts';

const HELD = 'display control already held';

/** I.3: one holder after the other. */
export const HAND_OVER: readonly LeaseCase[] = [
  lease(
    'I.3',
    'kept',
    'Nobody else gets a lease that somebody has, and is told who has it',
    async (tools) => {
      const { expect } = tools;
      const desk = await openDesk(tools);
      const other = await newOrgToken(tools);
      const { controller, controlled_by, expires_at } = Object((await desk.acquire('admin')).json);
      const current = { controller, controlled_by, expires_at };
      const refused = await desk.acquire(other);
      expect('another holder', refused, { status: 409, like: { error: HELD, current } });
      expect('the current holder is told without a way in', refused, { without: ['session_url'] });
      expect('another may not give it back', await desk.release(other), {
        ...{ status: 409, like: { error: 'display control held by another caller', current } },
      });
      expect('it is still held', await desk.control(), { like: current });
    },
  ),

  lease('I.3', 'after-release', 'A lease that is given back is free at once', async (tools) => {
    const { expect } = tools;
    const desk = await openDesk(tools);
    const other = await newOrgToken(tools);
    await desk.acquire('admin');
    expect('it is given back', await desk.release('admin'), { status: 200, like: { controller: 'none' } });
    expect('nobody has it', await desk.control(), { status: 200, like: { controller: 'none' } });
    expect('the next holder', await desk.acquire(other), {
      status: 200,
      like: { controlled_by: holderOf(other) },
    });
    expect('nothing to give back', await (await openDesk(tools)).release('admin'), {
      ...{ status: 200, like: { controller: 'none' } },
    });
  }),

  lease('I.3', 'after-expiry', 'A lease that is over is free, and not a moment earlier', async (tools) => {
    const { expect } = tools;
    const desk = await openDesk(tools);
    const other = await newOrgToken(tools);
    await desk.acquire('admin', { ttl_seconds: 60 });
    await tools.advance(50_000);
    expect('before its end', await desk.acquire(other), { status: 409 });
    await tools.advance(10_001);
    expect('nobody has it after its end', await desk.control(), {
      status: 200,
      like: { controller: 'none' },
    });
    expect('the next holder', await desk.acquire(other), {
      status: 200,
      like: { controlled_by: holderOf(other) },
    });
    expect('the one before', await desk.acquire('admin'), { status: 409 });
  }),

  lease('I.3', 'by-force', 'Only the administrator takes a lease away', async (tools) => {
    const { expect } = tools;
    const desk = await openDesk(tools);
    const [one, other] = [await newOrgToken(tools), await newOrgToken(tools)];
    await desk.acquire(one);
    expect('by force, without the right', await desk.release(other, { force: true }), {
      ...{ status: 403, like: { error: 'force release requires admin-token auth' } },
    });
    expect('it is still held', await desk.control(), { like: { controlled_by: holderOf(one) } });
    expect('by force', await desk.release('admin', { force: true }), {
      status: 200,
      like: { controller: 'none' },
    });
    expect('the next holder', await desk.acquire(other), { status: 200 });
    expect('no JSON', await desk.release('admin', '{"force":'), {
      ...{ status: 400, like: { error: 'invalid display control release request' } },
    });
  }),
];
