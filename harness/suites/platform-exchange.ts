import type { WorldDescription } from '../environment/index.ts';
import { HarnessError } from '../support/errors.ts';
import type { Finding } from '../support/verdict.ts';
import { shorten } from '../wire/document/print.ts';
import type { Exchange } from '../wire/exchange.ts';
import { HANG } from '../wire/failure.ts';
import { whyLimited } from '../wire/rate-limit.ts';
import { textOfRecorded } from '../wire/recorded-body.ts';
import type { Transport } from '../wire/transmit.ts';
import { trailOf } from './log-lines.ts';
import { senderAt } from './sender-at.ts';
import type { CaseAt, Judged } from './suite.ts';

/** A request to the platform of a case; `path` begins with a slash. */
export interface PlatformRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const DEADLINE_MS = 10_000;
const MAX_REPLY_CHARS = 300;

/** Sends one request to the platform; what went and what came is in `exchanges.ndjson` before anybody judges it. */
export async function askPlatform(
  transport: Transport,
  at: CaseAt,
  { method, path, headers = {}, body = '' }: PlatformRequest,
): Promise<Exchange> {
  const { exchange } = await senderAt(transport, at).send({
    ...{ purpose: 'replay', method, headers },
    url: `${platformOf(at).url}${path}`,
    body: Buffer.from(body),
    deadlineMs: at.setting.deadlineMs ?? DEADLINE_MS,
  });
  return exchange;
}

/** The platform of the world that a case was planned for. Throws `HarnessError` when its world has none. */
export function platformOf({ planned, world }: CaseAt): NonNullable<WorldDescription['platform']> {
  if (world?.platform) return world.platform;
  throw new HarnessError({
    code: 'NO_PLATFORM',
    message: `${planned.id} was planned for a platform, and its world has none.`,
    fix: `Let \`needs\` of the suite name the platform, and its plan leave the case out where the scene has none.`,
  });
}

/** What a case with one exchange comes to: passed without findings, else failed. */
export function judgeExchange(exchange: Exchange, findings: readonly Finding[]): Judged {
  const { request, failure } = exchange;
  const seen = { findings, observations: 1, bytesSent: request.body.bytes, trail: trailOf(exchange) };
  const [first] = findings;
  if (!first) return { ...seen, verdict: 'passed' };
  const limited = whyLimited(exchange);
  if (limited !== undefined) return { ...seen, findings: [], verdict: 'inconclusive', reason: limited };
  return {
    ...{ ...seen, verdict: 'failed', reason: first.actual },
    ...(failure?.code === HANG && { outcome: 'hang' }),
  };
}

/** A reply on one line, its status first; or why there is none. */
export function replyInWords({ response, failure }: Exchange): string {
  if (!response) return `no reply, ${failure?.code ?? 'UNKNOWN'}: ${failure?.message ?? ''}`;
  const { status, body } = response;
  return `${status} ${body.bytes === 0 ? '(empty body)' : shorten(textOfRecorded(body), MAX_REPLY_CHARS)}`;
}
