import { type Desk, newOrgToken, openDesk, tokenIn } from '../desk.ts';
import { type Dialled, type Dialling, offering } from '../dial.ts';
import { type LeaseCase, type LeaseTools, lease } from '../lease-case.ts';

const BANNER = /^RFB 003\.00\d\n$/;

/** I.4: what becomes of a session, from its dial to the end of its lease. */
export const SESSION: readonly LeaseCase[] = [
  lease('I.4', 'handed-on', 'The desktop is told what the client said, and not who it is', async (tools) => {
    const desk = await openDesk(tools);
    const token = tokenIn(await desk.acquire('admin'));
    const headers = { cookie: 'theme=dark', 'x-trace': 'kept', origin: tools.platform.url };
    const dialled = await dial(tools, desk, { subprotocols: offering(token), headers });
    tools.expect.value('the banner comes', BANNER.test((await firstOf(dialled)) ?? ''), true);
    const [session] = (await tools.desktop.journal()).sessions;
    const {
      'x-forwarded-for': forwarded,
      'sec-websocket-protocol': subprotocol,
      ...told
    } = session?.headers ?? {};
    tools.expect.value('its path', session?.path, '/websockify');
    tools.expect.value('its subprotocol', subprotocol, 'binary');
    tools.expect.value('from whom', Boolean(forwarded), true);
    tools.expect.like('what else it is told', told, { 'x-trace': 'kept', origin: tools.platform.url });
    tools.expect.value('who it is', [told.authorization, told.cookie], [undefined, undefined]);
    tools.expect.value('the token', JSON.stringify(session ?? {}).includes(token), false);
  }),

  lease(
    'I.4',
    'order',
    'The desktop is looked at before the path, and the path before the token',
    async (tools) => {
      const refusal = async (desk: Desk, path?: string) =>
        told(await dial(tools, desk, { subprotocols: offering('x.y'), ...(path && { path }) }));
      const { expect } = tools;
      const none = await openDesk(tools, { display: { mode: 'none' } });
      expect.like('no desktop', await refusal(none), { status: 404, error: 'display not enabled' });
      const waiting = await openDesk(tools, { instance: '' });
      expect.like('no instance', await refusal(waiting), {
        status: 503,
        error: 'display session unavailable',
      });
      const desk = await openDesk(tools);
      expect.like('another path', await refusal(desk, 'other'), {
        status: 404,
        error: 'display session path not found',
      });
      expect.like('no token', await refusal(desk), { status: 403, error: 'display control required' });
    },
  ),

  lease(
    'I.4',
    'strangers',
    'A stranger and a page of elsewhere open nothing, whatever their token',
    async (tools) => {
      const desk = await openDesk(tools);
      const subprotocols = offering(tokenIn(await desk.acquire('admin')));
      const stranger = await dial(tools, desk, { subprotocols, bearer: 'nobody' });
      tools.expect.like('a stranger', told(stranger), { status: 401 }, '0.2');
      for (const origin of ['https://evil.example', 'null'])
        tools.expect.like(
          `a page of ${origin}`,
          told(await dial(tools, desk, { subprotocols, headers: { origin } })),
          {
            ...{ status: 403, body: '' },
          },
          'C.4',
        );
      tools.expect.value(
        'sockets that reached the desktop',
        (await tools.desktop.journal()).sessions.length,
        0,
      );
    },
  ),

  lease('I.4', 'desktop-refuses', 'A desktop that refuses is told as 502', async (tools) => {
    const desk = await openDesk(tools);
    const subprotocols = offering(tokenIn(await desk.acquire('admin')));
    await tools.desktop.behave('refusing');
    tools.expect.like('the answer', told(await dial(tools, desk, { subprotocols })), { status: 502 });
  }),

  lease('I.4', 'renewed', 'A session outlives the renewals of its lease, on one socket', async (tools) => {
    const desk = await openDesk(tools);
    const session = await opened(tools, desk, 'admin', 300);
    for (let renewal = 0; renewal < 5; renewal += 1) {
      await tools.advance(120_000);
      tools.expect('a renewal', await desk.acquire('admin'), { status: 200 }, 'I.3');
    }
    tools.expect.value('it still stands', session.isOpen(), true);
    tools.expect.value('sockets in all', (await tools.desktop.journal()).sessions.length, 1);
  }),

  lease('I.4', 'ends-at-expiry', 'A session ends when its lease is over', async (tools) => {
    const desk = await openDesk(tools);
    const session = await opened(tools, desk, 'admin', 30);
    await tools.advance(20_000);
    tools.expect.value('it stands before the end', session.isOpen(), true);
    await tools.advance(10_500);
    tools.expect.value('how it ends', await session.closed(), 1006);
  }),

  lease(
    'I.4',
    'ends-at-release',
    'A session ends when its lease is given back, or taken away',
    async (tools) => {
      for (const wish of [{}, { force: true }]) {
        const desk = await openDesk(tools);
        const session = await opened(tools, desk, 'admin', 300);
        tools.expect('the release', await desk.release('admin', wish), { status: 200 }, 'I.3');
        tools.expect.value('how it ends', await session.closed(), 1006);
      }
    },
  ),

  lease(
    'I.4',
    'one-watcher',
    'The session of an earlier holder is over when the next one sees the desktop',
    async (tools) => {
      const desk = await openDesk(tools);
      const first = await opened(tools, desk, 'admin', 30);
      const other = await newOrgToken(tools);
      await tools.advance(30_500);
      const second = await opened(tools, desk, other, 300);
      tools.expect.value('how the first ends', await first.closed(), 1006);
      tools.expect.value('the second stands', second.isOpen(), true);
      const open = (await tools.desktop.journal()).sessions.filter(({ closedAt }) => closedAt === null);
      tools.expect.value('sockets at the desktop', open.length, 1);
    },
  ),
];

async function dial(tools: LeaseTools, { workspace }: Desk, dialling: Partial<Dialling>): Promise<Dialled> {
  const bearer = tools.platform.adminToken ?? '';
  return tools.dial({ workspaceId: workspace.id, bearer, subprotocols: [], ...dialling });
}

/** Takes a lease and opens its session; one that does not open is closed already. */
async function opened(tools: LeaseTools, desk: Desk, as: string, ttl_seconds: number) {
  const taken = await desk.acquire(as, { ttl_seconds });
  tools.expect('the lease', taken, { status: 200 }, 'I.3');
  const bearer = as === 'admin' ? (tools.platform.adminToken ?? '') : as;
  const dialled = await dial(tools, desk, { bearer, subprotocols: offering(tokenIn(taken)) });
  tools.expect.value('the session opens', dialled.is, 'open');
  const none = { isOpen: () => false, closed: async () => undefined, firstBytes: async () => undefined };
  const session = dialled.is === 'open' ? dialled.session : none;
  tools.expect.value('the banner comes', BANNER.test((await session.firstBytes()) ?? ''), true);
  return session;
}

async function firstOf(dialled: Dialled): Promise<string | undefined> {
  return dialled.is === 'open' ? dialled.session.firstBytes() : undefined;
}

function told(dialled: Dialled): {
  readonly status: number;
  readonly body?: string;
  readonly error?: unknown;
} {
  if (dialled.is === 'open') return { status: 101 };
  const { status, body } = dialled;
  return { status, body, error: errorIn(body) };
}

function errorIn(body: string): unknown {
  try {
    return JSON.parse(body).error;
  } catch {
    return undefined;
  }
}
