import { createHash, randomBytes } from 'node:crypto';
import type { Asking, Reply, Tools, Workspace } from '../contract/language/index.ts';
import { memberAt } from '../contract/language/index.ts';

/** Whoever asks: the administrator, or somebody with a token of the organisation. */
export type Who = NonNullable<Asking['as']>;

/** A workspace with a desktop, and what can be asked of its control. */
export interface Desk {
  readonly workspace: Workspace;
  acquire(as: Who, wish?: unknown): Promise<Reply>;
  release(as: Who, wish?: unknown): Promise<Reply>;
  control(as?: Who): Promise<Reply>;
}

const DISPLAY = { mode: 'desktop-control', protocol: 'novnc', width: 1280, height: 800 };

/** A new workspace that has a desktop; `instance` is the machine that shows it, '' for none. */
export async function openDesk(
  { platform, database }: Tools,
  { instance = 'i-desk', display = DISPLAY }: { readonly instance?: string; readonly display?: object } = {},
): Promise<Desk> {
  const workspace = await platform.workspace({ more: { compute: { display } } });
  await database.query('UPDATE workspaces SET instance_id = $2 WHERE id = $1', [workspace.id, instance]);
  const path = `/workspaces/${workspace.id}/display/control`;
  const post = (act: string, as: Who, wish: unknown) =>
    platform.ask('POST', `${path}/${act}`, {
      as,
      ...(typeof wish === 'string' ? { body: wish } : { json: wish }),
    });
  return {
    workspace,
    acquire: (as, wish = {}) => post('acquire', as, wish),
    release: (as, wish = {}) => post('release', as, wish),
    control: (as = 'admin') => platform.ask('GET', path, { as }),
  };
}

/** A token of the organisation that nobody had before; its holder is `org-token:` and its first eight characters. */
export async function newOrgToken({ database }: Tools): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await database.query('INSERT INTO org_api_tokens (name, token_hash, prefix) VALUES ($1, $2, $3)', [
    'a holder',
    createHash('sha256').update(token).digest(),
    token.slice(0, 8),
  ]);
  return token;
}

/** As whom a token of the organisation has a lease. */
export function holderOf(token: string): string {
  return `org-token:${token.slice(0, 8)}`;
}

/** The session token of a granted lease, empty where there is none. */
export function tokenIn(reply: Reply): string {
  return /#token=(.+)$/.exec(String(memberAt(reply.json, 'session_url')))?.[1] ?? '';
}

/** When a lease ends, in milliseconds since the epoch; NaN where it is not told. */
export function endOf(reply: Reply): number {
  return Date.parse(String(memberAt(reply.json, 'expires_at')));
}
