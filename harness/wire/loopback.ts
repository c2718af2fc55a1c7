import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';

/** Where a hop listens on loopback: any free port, on the literal address, when nothing else is said. */
export interface Place {
  /** `localhost` tells others a name instead of an address. */
  readonly host?: 'localhost';
  /** The first free port from here on. */
  readonly fromPort?: number;
  /** What all paths begin with there; it starts with a slash and ends with none. */
  readonly path?: string;
}

const LAST_PORT = 65_535;

/** Listens on loopback and answers the URL of the place, without a slash at the end. Throws when no port of the range is free. */
export async function listenOn(
  server: Server,
  { host, fromPort = 0, path = '' }: Place = {},
): Promise<string> {
  await listenFrom(server, fromPort);
  const { port } = server.address() as AddressInfo;
  return `http://${host ?? '127.0.0.1'}:${port}${path}`;
}

async function listenFrom(server: Server, port: number): Promise<void> {
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    if (!isTaken(error) || port === 0 || port >= LAST_PORT) throw error;
    await listenFrom(server, port + 1);
  }
}

function isTaken(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
  );
}
