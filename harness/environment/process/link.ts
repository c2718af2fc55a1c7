import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { CutWay } from '../handling/actions.ts';
import { type Conversation, converse } from './conversation.ts';

/** How a link of ours can be cut; it cannot refuse connections without losing its port. */
export type LinkWay = Extract<CutWay, 'reset' | 'hang'>;

/**
 * A way to a service that can be cut: it listens in the service's place on loopback and hands everything on, both
 * ways. Disposing it ends every connection.
 */
export interface Link extends AsyncDisposable {
  readonly port: number;
  state(): 'open' | LinkWay;
  /** Says where the service listens itself. */
  aim(port: number): void;
  cut(way: LinkWay): void;
  heal(): void;
}

/** Opens a link that leads nowhere yet: until it is aimed every connection is reset. */
export async function openLink(): Promise<Link> {
  let target: number | undefined;
  let state: 'open' | LinkWay = 'open';
  const waiting = new Set<Socket>();
  const conversations = new Set<Conversation>();
  const handOn = (client: Socket) => {
    if (target === undefined) return void client.resetAndDestroy();
    const service = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true });
    const conversation = converse(client, service, () => conversations.delete(conversation));
    conversations.add(conversation);
  };
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (client) => {
    client.on('error', () => undefined);
    if (state === 'reset') client.resetAndDestroy();
    else if (state === 'hang') waiting.add(client);
    else handOn(client);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  const resetAll = () => {
    for (const client of waiting) client.resetAndDestroy();
    waiting.clear();
    for (const conversation of conversations) conversation.reset();
  };
  return {
    port: (server.address() as AddressInfo).port,
    state: () => state,
    aim: (port) => {
      target = port;
    },
    cut: (way) => {
      state = way;
      if (way === 'reset') return resetAll();
      for (const conversation of conversations) conversation.hold();
    },
    heal: () => {
      state = 'open';
      for (const conversation of conversations) conversation.goOn();
      for (const client of waiting) handOn(client);
      waiting.clear();
    },
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      resetAll();
      await closed;
    },
  };
}
