import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, type Dispatcher } from 'undici';
import type { Config } from '../config.ts';
import { validateDispatchUrl } from '../ssrf/dispatch-url.ts';
import type { Resolve } from '../ssrf/target.ts';

const CONNECT_TIMEOUT_MS = 10_000;
/** Shorter than any server keeps an idle connection, unless the server itself promises longer. */
const IDLE_CONNECTION_MS = 1000;

/** Asks the system's resolver for every address of a name. */
export const systemResolve: Resolve = async (host) => {
  const addresses = await lookup(host, { all: true });
  return addresses.map(({ address }) => address);
};

/**
 * Connections to agents: kept alive, one pool per origin, never a redirect. The address dialled is checked again, so
 * a name that changes between check and dial gains nothing.
 */
export function createDialler(config: Config, resolve: Resolve): Dispatcher {
  return new Agent({
    headersTimeout: config.responseHeaderTimeoutMs,
    bodyTimeout: 0,
    keepAliveTimeout: IDLE_CONNECTION_MS,
    connect: { timeout: CONNECT_TIMEOUT_MS, lookup: guardedLookup(config, resolve) },
  });
}

function guardedLookup(config: Config, resolve: Resolve): LookupFunction {
  return (host, options, answer) => {
    safeAddresses(config, resolve, host).then(
      (found) => {
        if (options.all) answer(null, found);
        else answer(null, found[0]?.address ?? '', found[0]?.family ?? 4);
      },
      (error) => answer(error, ''),
    );
  };
}

async function safeAddresses(
  config: Config,
  resolve: Resolve,
  host: string,
): Promise<{ address: string; family: number }[]> {
  const addresses = await resolve(host);
  const verdicts = addresses.map((address) => {
    const literal = isIP(address) === 6 ? `[${address}]` : address;
    return validateDispatchUrl(`http://${literal}/`, config, resolve);
  });
  const refused = (await Promise.all(verdicts)).find((verdict) => !verdict.allowed);
  if (refused || addresses.length === 0) throw new Error(`no safe address for ${host}`);
  return addresses.map((address) => ({ address, family: isIP(address) }));
}
