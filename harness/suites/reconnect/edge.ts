import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** One connection for a session, as the hop before the platform saw it. */
export interface Dial {
  readonly nth: number;
  /** What a fault did to it; undefined when nothing. */
  fault: string | undefined;
  isOpen: boolean;
}

/** Where a connection is cut: before the first byte of the desktop, in the midst of the handshake, or among pictures. */
export const CUTS = { banner: 0, handshake: 20, pictures: 60_000 } as const;
export type Cut = keyof typeof CUTS;

/** A hop of TCP before the platform that harms the connections of sessions, and no others, as it is told. */
export interface Edge extends AsyncDisposable {
  readonly url: string;
  /** Connections for sessions, in their order. */
  readonly dials: readonly Dial[];
  /** Resets all that are open. */
  reset(): void;
  /** Lets nothing pass on those that are open, either way, and closes none. */
  blackhole(): void;
  /** Cuts the next one off there. */
  cutNext(at: Cut): void;
  /** Resets every new one at once, until told otherwise. */
  refuse(isRefusing: boolean): void;
  /** Resets whichever has been idle for so long, from now on. */
  idleKill(afterMs: number): void;
}

interface Pair {
  readonly dial: Dial;
  readonly client: Socket;
  readonly server: Socket;
  isDead: boolean;
}

/** Opens the hop on a free port of this machine. */
export async function openEdge(target: string): Promise<Edge> {
  const { hostname, port } = new URL(target);
  const pairs = new Set<Pair>();
  const dials: Dial[] = [];
  const plans: { cut: Cut | undefined; isRefusing: boolean; idleMs: number } = {
    ...{ cut: undefined, isRefusing: false, idleMs: 0 },
  };
  const harm = (pair: Pair, fault: string) => {
    pair.dial.fault = fault;
    pair.client.resetAndDestroy();
    pair.server.destroy();
  };
  const watch = (pair: Pair) => {
    pairs.add(pair);
    pair.client.once('close', () => {
      pair.dial.isOpen = false;
      pairs.delete(pair);
      pair.server.destroy();
    });
    if (plans.isRefusing) return harm(pair, 'refused');
    const { cut } = plans;
    plans.cut = undefined;
    if (cut) cutAfter(pair, CUTS[cut], () => harm(pair, `cut at the ${cut}`));
    armIdle(pair);
  };
  const armIdle = (pair: Pair) => {
    if (plans.idleMs === 0) return;
    for (const socket of [pair.client, pair.server])
      socket.setTimeout(plans.idleMs, () => {
        if (pairs.has(pair)) harm(pair, 'idle');
      });
  };
  const clients = new Set<Socket>();
  const server = createServer((client) => {
    clients.add(client);
    const upstream = connect(Number(port), hostname);
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy()).once('close', () => client.destroy());
    client.once('data', (first) => {
      const pair: Pair = {
        dial: { nth: dials.length + 1, fault: undefined, isOpen: true },
        client,
        server: upstream,
        isDead: false,
      };
      relay(pair, first);
      if (!/^GET \S+\/display\/session\//.test(first.toString('latin1', 0, 200))) return;
      dials.push(pair.dial);
      watch(pair);
    });
    client.once('close', () => {
      clients.delete(client);
      upstream.destroy();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    dials,
    reset: () => {
      for (const pair of pairs) harm(pair, 'reset');
    },
    blackhole: () => {
      for (const pair of pairs) {
        pair.dial.fault = 'blackhole';
        pair.isDead = true;
      }
    },
    cutNext: (at) => {
      plans.cut = at;
    },
    refuse: (isRefusing) => {
      plans.isRefusing = isRefusing;
    },
    idleKill: (afterMs) => {
      plans.idleMs = afterMs;
      for (const pair of pairs) armIdle(pair);
    },
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const client of clients) client.destroy();
      await closed;
    },
  };
}

function relay(pair: Pair, first: Buffer): void {
  const { client, server } = pair;
  server.write(first);
  client.on('data', (chunk) => !pair.isDead && server.write(chunk));
  server.on('data', (chunk) => !pair.isDead && client.write(chunk));
}

/** Counts what comes behind the answer to the upgrade. */
function cutAfter({ server }: Pair, bytes: number, cut: () => void): void {
  let head = '';
  let isUp = false;
  let seen = 0;
  server.on('data', (chunk) => {
    if (!isUp) head += chunk.toString('latin1');
    const end = head.indexOf('\r\n\r\n');
    if (!isUp && end < 0) return;
    seen += isUp ? chunk.length : head.length - end - 4;
    isUp = true;
    if (seen >= bytes) cut();
  });
}
