import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Outcome, type Refusal, send } from './reply.ts';

export type Work = (request: FastifyRequest) => Promise<Outcome>;
export type Guard = (request: FastifyRequest) => Promise<Refusal | undefined>;
export type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** A handler that answers with the guard's refusal, or with what the work comes to. */
export function guarded(guard: Guard, work: Work): Handler {
  return async (request, reply) => send(reply, (await guard(request)) ?? (await work(request)));
}

/** A handler that nobody guards. */
export function open(work: Work): Handler {
  return async (request, reply) => send(reply, await work(request));
}
