import type { FastifyInstance } from 'fastify';
import { seam } from '../../seam.ts';
import type { Platform } from '../platform.ts';

const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Mounts `GET /metrics` (0.1), open to everyone: what went wrong without any sender being told, as Prometheus reads it. */
export function registerMetrics(app: FastifyInstance, platform: Platform): void {
  app.get('/metrics', (_request, reply) => reply.type(CONTENT_TYPE).send(metricsText(platform)));
}

/** Every kind of work behind a reply that has failed, with how often; rows of messages among them. */
export const metricsText = seam('platform.metricsText', textOf);

function textOf({ background }: Platform): string {
  const lines = [...background.failures()].map(
    ([work, count]) => `platform_background_failures_total{work="${work}"} ${count}`,
  );
  const head = [
    '# HELP platform_background_failures_total Work behind a reply that failed, rows that were not written among it.',
    '# TYPE platform_background_failures_total counter',
  ];
  return `${[...head, ...lines].join('\n')}\n`;
}
