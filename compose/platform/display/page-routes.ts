import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { seam } from '../../seam.ts';
import type { Platform } from '../platform.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** Nothing but our own; noVNC draws its cursors as images that it makes itself. */
const POLICY = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'";

/**
 * Mounts the take-control page and noVNC, where the environment says where they lie: `/-/take-control/#<workspace id>`. A
 * clause of our own. It holds nothing secret, so anybody may have it; who may take control is asked when it does.
 */
export function registerDisplayPage(app: FastifyInstance, { config: { display } }: Platform): void {
  const { pageDirectory, novncDirectory } = display;
  if (pageDirectory === '' || novncDirectory === '') return;
  mount(app, '/-/take-control', pageDirectory);
  mount(app, '/-/novnc', novncDirectory);
}

function mount(app: FastifyInstance, prefix: string, directory: string): void {
  app.get(`${prefix}/*`, async (request, reply) => {
    const name = request.url.slice(prefix.length + 1).split('?')[0] || 'index.html';
    const type = TYPES[extname(name)];
    if (!type || !/^[\w-]+(\.[\w-]+)*(\/[\w-]+(\.[\w-]+)*)*$/.test(name)) return notFound(reply);
    const content = await readFile(join(directory, name), 'utf8').catch(() => undefined);
    if (content === undefined) return notFound(reply);
    return reply.header('content-security-policy', POLICY).type(type).send(pageFile(name, content));
  });
}

/** A file of the page as it is sent: by default as it lies there. */
export const pageFile = seam('platform.displayPageFile', (_name: string, content: string) => content);

function notFound(reply: FastifyReply): FastifyReply {
  return reply.code(404).type('text/plain').send('404 page not found');
}
