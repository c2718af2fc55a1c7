import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for the text form of a UUID. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** The `:id` of the path. */
export function pathId(request: FastifyRequest): string {
  return pathParameter(request, 'id');
}

/** A named part of the path. */
export function pathParameter(request: FastifyRequest, name: string): string {
  return (request.params as Readonly<Record<string, string>>)[name] ?? '';
}

/** A query parameter; the first one when it was given several times, undefined when absent. */
export function queryParameter(request: FastifyRequest, name: string): string | undefined {
  const value = (request.query as Readonly<Record<string, string | string[]>>)[name];
  return Array.isArray(value) ? value[0] : value;
}

/** A request header as one string, empty when absent. */
export function header(request: FastifyRequest, name: string): string {
  const value = request.headers[name];
  return Array.isArray(value) ? (value[0] ?? '') : (value ?? '');
}

/** PLATFORM_URL, else the address that this very request came to. */
export function baseUrl({ platformUrl }: Config, request: FastifyRequest): string {
  return platformUrl || `http://${header(request, 'host')}`;
}
