import { type Desk, newOrgToken, openDesk, tokenIn } from '../desk.ts';
import { offering } from '../dial.ts';
import { type LeaseCase, type LeaseTools, lease } from '../lease-case.ts';

const REQUIRED = { error: 'display control required' };

/** What a client offers that has no right to a session; made of its own token, or of others. */
const OFFERS: Readonly<Record<string, (given: Given) => Promise<readonly string[]> | readonly string[]>> = {
  'no-subprotocol': () => [],
  'binary-alone': () => ['binary'],
  'no-token': () => offering('x.y'),
  'wrong-signature': ({ token }) => offering(`${token.split('.')[0]}.${'A'.repeat(43)}`),
  'wrong-payload': ({ token, workspaceId }) =>
    offering(
      `${Buffer.from(`${workspaceId}|admin-token|9999999999`).toString('base64url')}.${token.split('.')[1]}`,
    ),
  'three-parts': ({ token }) => offering(`${token}.${token.split('.')[1]}`),
  'payload-alone': ({ token }) => offering(token.split('.')[0] ?? ''),
  'other-workspace': async ({ tools }) => offering(await granted(await openDesk(tools))),
  'older-token': async ({ token, desk }) => {
    await granted(desk);
    return offering(token);
  },
  'older-token-first': async ({ token, desk }) => offering(token, await granted(desk)),
};

interface Given {
  readonly tools: LeaseTools;
  readonly desk: Desk;
  readonly workspaceId: string;
  readonly token: string;
}

/** I.4: which token opens a session, and which does not. */
export const TOKEN: readonly LeaseCase[] = [
  lease(
    'I.4',
    'opens',
    'The token of a lease opens its session, whoever of the administrators dials',
    async (tools) => {
      const desk = await openDesk(tools);
      const token = await granted(desk);
      for (const bearer of ['admin', await newOrgToken(tools)])
        tools.expect.like(
          `dialled by ${bearer === 'admin' ? bearer : 'another'}`,
          await dialled(tools, desk, offering(token), bearer),
          {
            ...{ is: 'open', subprotocol: 'binary' },
          },
        );
    },
  ),

  ...Object.entries(OFFERS).map(([key, offer]) =>
    lease('I.4', `refused@${key}`, `No session is opened by ${key.replaceAll('-', ' ')}`, async (tools) => {
      const desk = await openDesk(tools);
      const token = await granted(desk);
      const offers = await offer({ tools, desk, workspaceId: desk.workspace.id, token });
      await refused(tools, await dialled(tools, desk, offers));
    }),
  ),

  lease('I.4', 'refused@in-query', 'A token in the query opens nothing', async (tools) => {
    const desk = await openDesk(tools);
    const path = `websockify?token=${await granted(desk)}`;
    await refused(tools, await dialled(tools, desk, ['binary'], 'admin', path));
  }),

  lease('I.4', 'refused@expired', 'The token of a lease that is over opens nothing', async (tools) => {
    const desk = await openDesk(tools);
    const token = tokenIn(await desk.acquire('admin', { ttl_seconds: 30 }));
    await tools.advance(31_000);
    await refused(tools, await dialled(tools, desk, offering(token)));
  }),

  lease(
    'I.4',
    'refused@given-back',
    'The token of a lease that was given back opens nothing',
    async (tools) => {
      const desk = await openDesk(tools);
      const token = await granted(desk);
      await desk.release('admin');
      await refused(tools, await dialled(tools, desk, offering(token)));
    },
  ),

  lease('I.4', 'refused@other-holder', 'The token of an earlier holder opens nothing', async (tools) => {
    const desk = await openDesk(tools);
    const token = await granted(desk);
    await desk.release('admin', { force: true });
    tools.expect('the next holder', await desk.acquire(await newOrgToken(tools)), { status: 200 }, 'I.3');
    await refused(tools, await dialled(tools, desk, offering(token)));
  }),

  lease('I.4', 'first-decides', 'Of several tokens the first decides', async (tools) => {
    const desk = await openDesk(tools);
    const older = await granted(desk);
    const fresh = await granted(desk);
    tools.expect.like('the fresh one first', await dialled(tools, desk, offering(fresh, older)), {
      is: 'open',
    });
  }),
];

async function granted(desk: Desk): Promise<string> {
  return tokenIn(await desk.acquire('admin'));
}

async function dialled(
  tools: LeaseTools,
  { workspace }: Desk,
  subprotocols: readonly string[],
  as = 'admin',
  path = 'websockify',
) {
  const bearer = as === 'admin' ? (tools.platform.adminToken ?? '') : as;
  const { is, ...more } = await tools.dial({ workspaceId: workspace.id, bearer, subprotocols, path });
  return { is, ...more };
}

async function refused(tools: LeaseTools, outcome: Awaited<ReturnType<typeof dialled>>): Promise<void> {
  const told = 'body' in outcome ? { status: outcome.status, body: outcome.body } : { status: 101, body: '' };
  tools.expect.value('the answer', `${told.status} ${told.body}`, `403 ${JSON.stringify(REQUIRED)}`);
  const { sessions } = await tools.desktop.journal();
  tools.expect.value('sockets that reached the desktop', sessions.length, 0);
}
