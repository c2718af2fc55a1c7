import { createServer } from 'node:net';
import { EnvironmentError } from '../../support/errors.ts';

/** Finds a loopback port that nothing listens on; only for programs that cannot choose one by themselves. */
export function freePort(): Promise<number> {
  return tryListen(0);
}

/** How somebody gets a free port who has asked for one on the command line. */
export const PORT_OPTION = 'leave `--port` away';

/**
 * Makes sure that nothing listens on a port that was asked for. Throws `EnvironmentError` naming it; `instead` says how
 * whoever asked for it gets a free one.
 */
export async function claimPort(port: number, instead: string): Promise<number> {
  try {
    return await tryListen(port);
  } catch (cause) {
    throw new EnvironmentError({
      code: 'PORT_IN_USE',
      message: `Port ${port} on 127.0.0.1 cannot be used (${(cause as NodeJS.ErrnoException).code}).`,
      fix: `Stop what listens on port ${port}, or ${instead}, so that a free one is chosen.`,
      cause,
    });
  }
}

function tryListen(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
