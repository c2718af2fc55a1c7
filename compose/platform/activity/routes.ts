import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform.ts';

/** Mounts the activity log. */
export function registerActivityRoutes(_app: FastifyInstance, _platform: Platform): void {}
