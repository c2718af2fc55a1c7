import type { FastifyBaseLogger } from 'fastify';
import { isUuid } from '../http/parameters.ts';
import type { JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Target } from './target.ts';

/** The caller as A.1 step 3 found it: `''` is the canvas class. */
export interface Caller {
  readonly id: string;
  /** True when the id came from the header, not from the bearer. */
  readonly claimed: boolean;
}

/** One call through the proxy, identified and looked up, before its body is read as JSON. */
export interface Call {
  readonly platform: Platform;
  readonly log: FastifyBaseLogger;
  readonly targetId: string;
  readonly caller: Caller;
  /** Aborted when the client hung up or X-Timeout ran out; only the platform's own steps heed it (A.7). */
  readonly signal: AbortSignal;
  readonly hasDeadline: boolean;
  readonly startedMs: number;
}

/** A call whose message passed normalisation; `bytes` is what the agent receives. */
export interface NormalisedCall extends Call {
  readonly target: Target | undefined;
  readonly payload: JsonObject;
  readonly method: string;
  readonly bytes: Buffer;
}

/** A call that is about to be sent. */
export interface RoutedCall extends NormalisedCall {
  readonly target: Target;
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

/** What a client gets; `sent` bodies are agent bytes, the others are made by the platform. */
export interface Reply {
  readonly status: number;
  readonly body: Buffer | string;
  readonly contentType: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** True for a call of the canvas: no workspace speaks, neither another nor the target itself. */
export function isCanvas(call: Call): boolean {
  return call.caller.id === '';
}

/** The caller as a column value: the canvas has none, and a canvas user may claim an id that is no UUID. */
export function sourceOf(call: Call): string | undefined {
  return isUuid(call.caller.id) ? call.caller.id : undefined;
}
