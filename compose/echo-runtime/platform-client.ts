import { setTimeout as delay } from 'node:timers/promises';
import { seam } from '../seam.ts';
import type { Agent } from './agents.ts';
import { callHttp, type HttpCall, type HttpReply } from './http-client.ts';
import { retryAfterMs } from './retry-after.ts';
import type { Registration } from './types.ts';

const CALL_TIMEOUT_MS = 10_000;
/** A limiter that has asked so often to come again means something else. */
const MAX_TRIES = 5;

/** What the platform said: status 0 and `{error}` when it could not be reached, else its JSON (or its text). */
export interface PlatformReply {
  readonly status: number;
  readonly body: unknown;
}

/** A reply with its own text, out of which the raw texts of rows are cut. */
export interface PlatformText extends PlatformReply {
  readonly text: string;
  /** So long the platform asks to wait, longer than this call could. */
  readonly waitMs?: number;
}

/** The body of an agent's heartbeat. */
export const heartbeatBody = seam('runtime.heartbeat', heartbeatBodyImpl);

/** The calls that one registered agent makes at its platform, with its bearer and its request id. */
export class PlatformClient {
  readonly registration: Registration & { readonly url: string };
  readonly #signal: AbortSignal;
  #bearer: string | undefined;

  constructor(registration: Registration & { readonly url: string }, signal: AbortSignal) {
    this.registration = registration;
    this.#signal = signal;
    this.#bearer = registration.bearer;
  }

  /** Registers the agent; a token that the platform issues is used from then on. */
  async register(agent: Agent): Promise<PlatformReply> {
    const { workspaceId, deliveryMode, url } = this.registration;
    const card = {
      name: `echo-${agent.id}`,
      description: 'Echoes the text that it could read.',
      url,
      version: '1.0.0',
    };
    const mode = deliveryMode ? { delivery_mode: deliveryMode } : {};
    const { status, body } = await this.call('POST', '/registry/register', {
      id: workspaceId,
      url,
      agent_card: card,
      ...mode,
    });
    const issued = (body as { auth_token?: unknown } | null)?.auth_token;
    if (typeof issued === 'string') this.#bearer = issued;
    return { status, body };
  }

  heartbeat(agent: Agent): Promise<PlatformReply> {
    return this.call(
      'POST',
      '/registry/heartbeat',
      heartbeatBody(this.registration.workspaceId, agent.setup.mode, this.registration.claimsFree),
    );
  }

  /** Beats every `everyMs` until the agent's clients are stopped; a beat that fails is simply followed by the next. */
  keepBeating(agent: Agent, everyMs: number): void {
    const timer = setInterval(() => void this.heartbeat(agent), everyMs);
    this.#signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  }

  async call(method: 'GET' | 'POST', path: string, body?: unknown): Promise<PlatformText> {
    try {
      const reply = await callHeedingLimits({
        method,
        url: `${this.registration.platformUrl.replace(/\/$/, '')}${path}`,
        headers: this.#headers(),
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.any([this.#signal, AbortSignal.timeout(CALL_TIMEOUT_MS)]),
      });
      const { status, text } = reply;
      const waitMs = retryAfterMs(reply);
      return { status, body: jsonOrText(text), text, ...(waitMs !== undefined && { waitMs }) };
    } catch (error) {
      return { status: 0, body: { error: (error as Error).message }, text: '' };
    }
  }

  #headers(): Record<string, string> {
    const { requestId } = this.registration;
    return {
      'content-type': 'application/json',
      ...(this.#bearer ? { authorization: `Bearer ${this.#bearer}` } : {}),
      ...(requestId ? { 'x-request-id': requestId } : {}),
    };
  }
}

/** Asks again as a limiter says, as often as the time of the call allows; what was refused so was looked at by nobody. */
async function callHeedingLimits(call: HttpCall): Promise<HttpReply> {
  const endMs = performance.now() + CALL_TIMEOUT_MS;
  for (let tried = 1; ; tried += 1) {
    const reply = await callHttp(call);
    const waitMs = retryAfterMs(reply);
    if (waitMs === undefined || tried === MAX_TRIES || performance.now() + waitMs >= endMs) return reply;
    await pause(waitMs, call.signal);
  }
}

/** An agent that is busy says so, that nothing is drained to it, unless it is to claim otherwise. */
function heartbeatBodyImpl(workspaceId: string, mode: Agent['setup']['mode'], claimsFree = false): unknown {
  const isBusy = mode === 'busy' || mode === 'native-session';
  const tasks = isBusy && !claimsFree ? 1 : 0;
  const heartbeat = { workspace_id: workspaceId, error_rate: 0, active_tasks: tasks, uptime_seconds: 1 };
  if (mode !== 'native-session') return heartbeat;
  return { ...heartbeat, runtime_metadata: { capabilities: { session: true } } };
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Waits, or returns at once when the signal says that the wait is pointless. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}
