import { seam } from '../../seam.ts';
import { canCommunicate } from '../a2a/hierarchy.ts';
import { messageOf } from '../background.ts';
import { isExternalRuntime } from '../control-plane/runtimes.ts';
import { isUuid } from '../http/parameters.ts';
import { isRefusal, type Outcome, refuse } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import { validateDispatchUrl } from '../ssrf/dispatch-url.ts';
import type { Row } from '../store/database.ts';
import { checkCaller } from './caller-gate.ts';

interface Found extends Row {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly runtime: string;
  readonly url: string | null;
}

/** `GET /registry/discover/:id` (E.4): where the caller, named by X-Workspace-ID, reaches another agent. */
export const discover = seam('platform.discover', findAgent);

async function findAgent(
  platform: Platform,
  targetId: string,
  callerId: string,
  bearer: string,
): Promise<Outcome> {
  if (callerId === '') return refuse(400, 'X-Workspace-ID header is required');
  const gate = await checkCaller(platform, callerId, bearer);
  if (gate) return gate;
  const { database, rules } = platform;
  const related = await canCommunicate(database, rules, callerId, targetId).catch(() => false);
  if (!related || !isUuid(targetId)) return refuse(403, 'not authorized to discover this workspace');
  const [target, caller] = await Promise.all([find(platform, targetId), find(platform, callerId)]);
  if (!target || target.status === 'removed') return refuse(404, 'workspace not found');
  const fromOutside = caller !== undefined && isExternalRuntime(caller.runtime, rules);
  const url = await addressFor(platform, target, fromOutside);
  return isRefusal(url) ? url : { status: 200, body: { id: target.id, url, name: target.name } };
}

async function find({ database }: Platform, id: string): Promise<Found | undefined> {
  const sql = 'SELECT id, name, status, runtime, url FROM workspaces WHERE id = $1';
  return (await database.query<Found>('discover-find', sql, [id]))[0];
}

async function addressFor(platform: Platform, target: Found, fromOutside: boolean) {
  if (!isExternalRuntime(target.runtime, platform.rules)) {
    const running = target.status === 'online' || target.status === 'degraded';
    return running ? `http://ws-${target.id.slice(0, 12)}:8000` : unavailable(target);
  }
  if (!target.url) return unavailable(target);
  const url = fromOutside ? target.url : seenFromContainer(target.url);
  return (await isSafe(platform, url)) ? url : refuse(503, 'workspace URL failed safety check');
}

function unavailable({ status }: Found) {
  return refuse(503, 'workspace not available', { status });
}

/** What is local to the host has another name inside a container. */
function seenFromContainer(text: string): string {
  return text.replace(/^(https?:\/\/(?:[^/?#@]*@)?)(?:localhost|127\.0\.0\.1)(?=[:/?#]|$)/i, HOST);
}

const HOST = '$1host.docker.internal';

/** An address is handed out only when the platform itself would send there; asked of the one that is handed out. */
export const isSafe = seam('platform.isSafeToDiscover', wouldDispatch);

async function wouldDispatch(platform: Platform, url: string): Promise<boolean> {
  const { deployMode, development } = platform.config;
  try {
    return (await validateDispatchUrl(url, { deployMode, development }, platform.resolve)).allowed;
  } catch (error) {
    platform.log.warn({ reason: messageOf(error) }, 'address could not be judged');
    return false;
  }
}
