import type { FastifyBaseLogger } from 'fastify';
import { isUuid } from '../http/parameters.ts';
import type { Refusal } from '../http/reply.ts';
import type { JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Target } from './target.ts';

/** The caller as A.1 step 3 found it: `''` is the canvas class. */
export interface Caller {
  readonly id: string;
  /** True when the id came from the header, not from the bearer. */
  readonly claimed: boolean;
}

/** One call through the proxy, as it came in. */
export interface Call {
  readonly platform: Platform;
  readonly log: FastifyBaseLogger;
  readonly targetId: string;
  /** X-Workspace-ID, empty when absent. */
  readonly claimedId: string;
  readonly bearer: string;
  /** Header Cookie, empty when absent. */
  readonly cookie?: string;
  /** Bytes, unless the connection broke first. */
  readonly body: unknown;
  /** Aborted when the client hung up or X-Timeout ran out; only the platform's own steps heed it (A.7). */
  readonly signal: AbortSignal;
  readonly hasDeadline: boolean;
  readonly startedMs: number;
}

/** A call whose body came whole. */
export interface WholeCall extends Call {
  readonly body: Buffer;
}

/** A call whose caller is known. */
export interface IdentifiedCall extends WholeCall {
  readonly caller: Caller;
}

/** A call of which is known whether its caller needs a token of its own and a relation to the target, or neither. */
export interface JudgedCall extends IdentifiedCall {
  readonly exempt: boolean;
}

/** A call whose target was looked for: a refusal counts when its turn comes, after the message was read. */
export interface LookedUpCall extends JudgedCall {
  readonly found: Target | Refusal;
}

/** A call whose message passed normalisation and whose target exists; `bytes` is what the agent receives. */
export interface NormalisedCall extends LookedUpCall {
  readonly payload: JsonObject;
  readonly method: string;
  readonly bytes: Buffer;
  readonly target: Target;
}

/** A call that is about to be sent. */
export interface RoutedCall extends NormalisedCall {
  readonly url: string;
}

/** A URL as it may be logged and stored: without the credentials that an agent may have registered in it. */
export function withoutUserinfo(url: string): string {
  const bare = new URL(url);
  if (bare.username === '' && bare.password === '') return url;
  bare.username = '';
  bare.password = '';
  return bare.href;
}

/** True for a call of the canvas: no workspace speaks, neither another nor the target itself. */
export function isCanvas(call: IdentifiedCall): boolean {
  return call.caller.id === '';
}

/** The caller as a column value: the canvas has none, and a canvas user may claim an id that is no UUID. */
export function sourceOf(call: IdentifiedCall): string | undefined {
  return isUuid(call.caller.id) ? call.caller.id : undefined;
}
