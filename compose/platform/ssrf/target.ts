import { isIP } from 'node:net';
import { type AddressClass, classify } from './addresses.ts';

/** Turns a host name into its addresses; rejects when the name has none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export interface UrlPolicy {
  /** True for a host that passes by its name alone, before anything is resolved. */
  readonly trustsName: (host: string) => boolean;
  readonly blocks: (addressClass: AddressClass) => boolean;
}

export type UrlVerdict = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

const ALLOWED: UrlVerdict = { allowed: true };

/** Judges `url` by the classes of the addresses behind it: one blocked address blocks the whole name (E.5). */
export async function judgeUrl(url: string, policy: UrlPolicy, resolve: Resolve): Promise<UrlVerdict> {
  const host = httpHost(url);
  if (host === undefined) return { allowed: false, reason: 'url must be an http or https url with a host' };
  if (policy.trustsName(host)) return ALLOWED;
  const addresses = await addressesOf(host, resolve);
  if (addresses.length === 0) return { allowed: false, reason: 'url host cannot be resolved' };
  const blocked = addresses.map(classify).find(policy.blocks);
  return blocked ? { allowed: false, reason: `url targets a blocked address: ${blocked}` } : ALLOWED;
}

/**
 * The host that will be dialled, in the letters it was written in and without brackets; undefined unless the scheme is
 * http or https and a host is there.
 */
function httpHost(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  if ((protocol !== 'http:' && protocol !== 'https:') || hostname === '') return undefined;
  const written = /^[a-z]+:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(url)?.[1];
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal)) return literal;
  return written?.toLowerCase() === hostname ? written : hostname;
}

async function addressesOf(host: string, resolve: Resolve): Promise<readonly string[]> {
  if (isIP(host)) return [host];
  return resolve(host).catch(() => []);
}
