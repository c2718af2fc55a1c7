import type { FastifyReply } from 'fastify';
import type { Json, JsonObject } from '../json.ts';
import { jsonText } from '../json-text.ts';

/** What a client is told: status, document and the headers that belong to it. A document of null is sent as no body. */
export interface Answer {
  readonly status: number;
  readonly body: Json;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The one form of a no. Whatever may refuse gives its result or this; a mere check gives this or undefined. A client's
 * document is never such a result itself, for it could hold any member.
 */
export interface Refusal {
  readonly refused: Answer;
}

/** What the work of a route comes to. */
export type Outcome = Answer | Refusal;

/** Refuses with `{error, …}`. */
export function refuse(
  status: number,
  error: string,
  more: JsonObject = {},
  headers?: Answer['headers'],
): Refusal {
  return { refused: { status, body: { ...more, error }, ...(headers && { headers }) } };
}

/** Whether something was refused. */
export function isRefusal<T>(result: T | Refusal): result is Refusal {
  return typeof result === 'object' && result !== null && 'refused' in result;
}

/** Sends an outcome; the charset is part of the contract for every body that the platform makes (A.9). */
export function send(reply: FastifyReply, outcome: Outcome): FastifyReply {
  const { status, body, headers } = isRefusal(outcome) ? outcome.refused : outcome;
  if (headers) reply.headers(headers);
  if (body === null) return reply.code(status).send();
  return reply.code(status).type('application/json; charset=utf-8').send(jsonText(body));
}

/** Sends 200 with a document. */
export function sendJson(reply: FastifyReply, body: Json): FastifyReply {
  return send(reply, { status: 200, body });
}
