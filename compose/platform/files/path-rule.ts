import { posix } from 'node:path';
import { seam } from '../../seam.ts';
import { type Refusal, refuse } from '../http/reply.ts';

const ROOTS = ['/configs', '/workspace', '/home', '/plugins'];

/** What of an agent's files may be read (G.2), in the order of the table; undefined when it may. */
export const checkFilePath = seam('platform.checkFilePath', judgePath);

function judgePath(path: string | undefined): Refusal | undefined {
  if (!path) return refuse(400, 'path query required');
  if (!path.startsWith('/')) return refuse(400, 'path must be absolute');
  if (!ROOTS.some((root) => path === root || path.startsWith(`${root}/`)))
    return refuse(400, 'path must be under /configs, /workspace, /home, or /plugins');
  const clean = posix.normalize(path) === path && !path.endsWith('/');
  return clean && !path.includes('..') ? undefined : refuse(400, 'invalid path');
}
