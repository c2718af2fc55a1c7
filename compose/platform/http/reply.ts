import type { FastifyReply } from 'fastify';
import type { Json, JsonObject } from '../json.ts';
import { jsonText } from '../json-text.ts';

/** An answer that a rule has decided on: status, document and the headers that belong to it. */
export interface Answer {
  readonly status: number;
  readonly body: Json;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Builds `{error, …}` with its status. */
export function refusal(status: number, error: string, more: JsonObject = {}): Answer {
  return { status, body: { ...more, error } };
}

/** Sends an answer; the charset is part of the contract for every body that the platform makes (A.9). */
export function send(reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.headers) reply.headers(answer.headers);
  return reply.code(answer.status).type('application/json; charset=utf-8').send(jsonText(answer.body));
}

/** Sends 200 with a document. */
export function sendJson(reply: FastifyReply, body: Json): FastifyReply {
  return send(reply, { status: 200, body });
}
