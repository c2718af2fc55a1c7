import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';

/** A port that refuses connections, until it is released. */
export interface DeadPort {
  readonly port: number;
  release(): void;
}

/**
 * A port on loopback that refuses every connection and that nobody else can be given: it is the near end of a
 * connection that we hold open to ourselves, so it is taken and yet nobody listens there. A given `port` must be free;
 * whoever has left it may listen there again before it is released.
 */
export async function reserveDeadPort(wanted?: number): Promise<DeadPort> {
  const listener = createServer((socket) => socket.on('error', () => socket.destroy()));
  listener.listen(0, LOOPBACK);
  await once(listener, 'listening');
  const { port: far } = listener.address() as AddressInfo;
  const near = wanted === undefined ? {} : { localAddress: LOOPBACK, localPort: wanted };
  const held = connect({ host: LOOPBACK, port: far, ...near });
  await once(held, 'connect').catch((error: unknown) => {
    listener.close();
    throw error;
  });
  const port = held.localPort;
  if (port === undefined) throw new Error('the kernel gave the held connection no port');
  const release = () => {
    held.destroy();
    listener.close();
  };
  return { port, release };
}

const LOOPBACK = '127.0.0.1';
