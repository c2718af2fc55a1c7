import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import type { Endpoint } from './endpoint.ts';

/**
 * An address that refuses every connection for as long as the subject lives. A port that is merely free again
 * could be taken by the next service to start, or by a client that connects to itself; so a connection of our
 * own, whose far end is no longer a listener, keeps the port.
 */
export async function startNothingListens(): Promise<Endpoint> {
  const server = createServer({ pauseOnConnect: true }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const accepted = once(server, 'connection');
  const keeper = connect({ port, host: '127.0.0.1', localAddress: '127.0.0.1' });
  await Promise.all([accepted, once(keeper, 'connect')]);
  const closed = once(server.close(), 'close');
  const close = async () => {
    keeper.destroy();
    const [far] = await accepted;
    far.destroy();
    await closed;
  };
  return { url: `http://127.0.0.1:${keeper.localPort}`, close };
}
