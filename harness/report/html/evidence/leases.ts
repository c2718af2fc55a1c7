import type { LeaseStep } from '../page/page.ts';
import { member, number, parsed, text } from './loose.ts';

const MAX_STEPS = 40;
/** How long a lease lasts that nobody asked a time for (I.3). */
const USUAL_SECONDS = 300;

/** Requests for the control of a desktop, by the end of their address. */
const CONTROL = /\/workspaces\/([^/?#]+)\/display\/control(?:\/(acquire|release))?$/;

/** What became of the lease of a desktop in the exchanges of a case, in their order; nothing where none was asked for. */
export function leasesIn(ndjson: string): readonly LeaseStep[] {
  const grants = new Map<string, number>();
  return ndjson
    .split('\n')
    .filter((line) => line.includes('/display/control'))
    .slice(0, MAX_STEPS)
    .flatMap((line) => stepOf(parsed(line), grants) ?? []);
}

/** `grants` has the beginning of every lease that was granted before, by desktop and end. */
function stepOf(exchange: unknown, grants: Map<string, number>): LeaseStep | undefined {
  const [, desktop = '', act] = CONTROL.exec(text(member(member(exchange, 'request'), 'url')) ?? '') ?? [];
  const response = member(exchange, 'response');
  const status = number(member(response, 'status'));
  if (desktop === '' || status === undefined) return undefined;
  const did = act === 'acquire' || act === 'release' ? act : 'look';
  const reply = bodyOf(response);
  const told = member(reply, 'current') ?? reply;
  const lease = leaseOf(told);
  const isGranted = did === 'acquire' && status === 200;
  if (lease && isGranted) {
    const asked = number(member(bodyOf(member(exchange, 'request')), 'ttl_seconds')) ?? USUAL_SECONDS;
    grants.set(`${desktop} ${lease.until}`, lease.until - asked * 1000);
  }
  const from = lease && grants.get(`${desktop} ${lease.until}`);
  return {
    ...{ desktop, did, status, isGranted },
    ...(lease && { until: lease.until, holder: lease.holder }),
    ...(from !== undefined && { from }),
  };
}

function leaseOf(told: unknown): { readonly until: number; readonly holder: string } | undefined {
  const until = Date.parse(text(member(told, 'expires_at')) ?? '');
  if (Number.isNaN(until)) return undefined;
  return { until, holder: text(member(told, 'controlled_by')) ?? 'somebody' };
}

function bodyOf(message: unknown): unknown {
  return parsed(text(member(member(message, 'body'), 'content')) ?? '');
}
