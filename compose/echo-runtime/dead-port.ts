import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';

/**
 * A port on loopback that refuses every connection and that nobody else can be given: it is the near end of a
 * connection that we hold open to ourselves, so it is taken and yet nobody listens there.
 */
export async function reserveDeadPort(): Promise<{ readonly port: number; release(): void }> {
  const listener = createServer((socket) => socket.on('error', () => socket.destroy()));
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const held = connect((listener.address() as AddressInfo).port, '127.0.0.1');
  await once(held, 'connect');
  const port = held.localPort;
  if (port === undefined) throw new Error('the kernel gave the held connection no port');
  const release = () => {
    held.destroy();
    listener.close();
  };
  return { port, release };
}
