import type { FastifyRequest } from 'fastify';
import { seam } from '../../seam.ts';
import { header } from '../http/parameters.ts';

/** The bearer of a request, empty when there is none. */
export function bearerOf(request: FastifyRequest): string {
  return parseBearer(header(request, 'authorization'));
}

/** Only the exact prefix `Bearer ` counts; spaces around the value do not (0.2). */
export const parseBearer = seam('platform.parseBearer', parseBearerHeader);

function parseBearerHeader(value: string): string {
  return value.startsWith('Bearer ') ? value.slice('Bearer '.length).trim() : '';
}
