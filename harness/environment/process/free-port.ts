import { createServer } from 'node:net';
import { EnvironmentError } from '../../support/errors.ts';

/** Finds a loopback port that nothing listens on; only for programs that cannot choose one by themselves. */
export function freePort(): Promise<number> {
  return tryListen(0);
}

/** Makes sure that nothing listens on a port that was asked for. Throws `EnvironmentError` naming it. */
export async function claimPort(port: number): Promise<number> {
  try {
    return await tryListen(port);
  } catch (cause) {
    throw new EnvironmentError({
      code: 'PORT_IN_USE',
      message: `Port ${port} on 127.0.0.1 cannot be used (${(cause as NodeJS.ErrnoException).code}).`,
      fix: `Stop what listens on port ${port}, or drop \`port\` from the subject file, so that a free one is chosen.`,
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
