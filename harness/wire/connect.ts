import type { Socket } from 'node:net';
import { buildConnector } from 'undici';
import { passOverContinue } from './interim.ts';

const CONNECT_TIMEOUT_MS = 10_000;

const notConnected = new WeakSet<object>();

/** How every client of ours connects, so that it is known afterwards whether there was a connection at all. */
export function connector(): buildConnector.connector {
  const connect = buildConnector({ timeout: CONNECT_TIMEOUT_MS });
  return (options, done) =>
    connect(options, (...[error, socket]) => {
      if (error) {
        notConnected.add(error);
        done(error, null);
      } else {
        passOverContinue(socket as Socket);
        done(null, socket);
      }
    });
}

/** Whether this is why no connection came about: nobody there, no such host, a certificate that is not trusted. */
export function isNotConnected(error: unknown): boolean {
  return typeof error === 'object' && error !== null && notConnected.has(error);
}
