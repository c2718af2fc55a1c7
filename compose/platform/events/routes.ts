import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform.ts';

/** Mounts the event streams. */
export function registerEventRoutes(_app: FastifyInstance, _platform: Platform): void {}
