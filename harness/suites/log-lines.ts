import { lastLogLines, logSizes, type WorldDescription, worldLogLines } from '../environment/index.ts';
import { deadlineIn, poll } from '../support/deadline.ts';
import type { Redactor } from '../support/redaction/redactor.ts';
import type { Exchange } from '../wire/exchange.ts';
import type { Evidence } from './evidence.ts';

/** By what the logs of services may know a request. */
export interface Trail {
  readonly requestId: string;
  readonly workspaceId?: string;
}

/** What a log may know an exchange by: its request id, and the workspace in its path. */
export function trailOf({ requestId, request }: Pick<Exchange, 'requestId' | 'request'>): Trail {
  const [, workspaceId] = /\/workspaces\/([\w-]{8,})/.exec(request.url) ?? [];
  return { requestId, ...(workspaceId !== undefined && { workspaceId }) };
}

/** How long the logs were when a case began. */
export type LogStarts = ReadonlyMap<string, number>;

/** Notes where the logs of a world end now. */
export function logStarts(world: WorldDescription | undefined): LogStarts {
  return world ? logSizes(world) : new Map();
}

/** Of a case whose world logs. */
export interface Logged {
  readonly world: WorldDescription | undefined;
  readonly redactor: Redactor;
  readonly evidence: Evidence;
}

const MAX_LINES = 20;

/** A service may have answered before it logs that it did; for what runs elsewhere nobody waits. */
const LAG_MS = 250;

/** The service that need not be ours, and may log no request ids. */
const SUBJECT = 'platform';

/**
 * What the services of a case's world have logged of one request, redacted; it is kept as evidence too. Of a platform
 * that logs no request ids, what names the workspace, or else whatever it wrote meanwhile, marked as such.
 */
export async function logLinesOf(
  trail: Trail,
  starts: LogStarts,
  { world, redactor, evidence }: Logged,
): Promise<readonly string[]> {
  const found = world && world.services.length > 0 ? await linesIn(world, trail, starts) : [];
  const lines = found.map(({ service, text }) => `${service}: ${redactor.text(text)}`);
  if (lines.length > 0) evidence.text('platform.log', lines);
  return lines;
}

async function linesIn(world: WorldDescription, { requestId, workspaceId = '' }: Trail, starts: LogStarts) {
  const byRequest = () => worldLogLines(world, requestId, { maxLines: MAX_LINES });
  const spoken = world.services.some(({ name }) => name === SUBJECT) ? SUBJECT : undefined;
  const isTold = ({ service }: { readonly service: string }) => spoken === undefined || service === spoken;
  const deadline = deadlineIn(world.subject.kind === 'remote' ? 0 : LAG_MS);
  const told = await poll(() => (byRequest().some(isTold) ? byRequest() : undefined), deadline, 25);
  if (told) return told;
  const subject = { services: world.services.filter(({ name }) => name === spoken) };
  const byWorkspace = worldLogLines(subject, workspaceId, { maxLines: MAX_LINES });
  const more =
    byWorkspace.length > 0
      ? marked('of the same workspace', byWorkspace)
      : marked('written meanwhile', lastLogLines(subject, starts, MAX_LINES));
  return [...more, ...byRequest()];
}

function marked(how: string, lines: ReturnType<typeof worldLogLines>) {
  return lines.map(({ service, text }) => ({ service: `${service} (${how})`, text }));
}
