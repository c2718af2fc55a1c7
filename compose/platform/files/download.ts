import type { FastifyReply, FastifyRequest } from 'fastify';
import { seam } from '../../seam.ts';
import { isUuid, pathId, queryParameter } from '../http/parameters.ts';
import { isRefusal, type Refusal, refuse, send } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import { destinationOf, findHolder, type Holder } from './destination.ts';
import { forwardFile } from './forward.ts';
import { checkFilePath } from './path-rule.ts';
import { sendStream } from './reply.ts';

/** `GET /workspaces/:id/chat/download` (G.1): a file of the agent, byte for byte. */
export async function download(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const id = pathId(request);
  const path = queryParameter(request, 'path');
  const unasked = isUuid(id) ? checkFilePath(path) : refuse(400, 'invalid workspace ID');
  if (unasked) return send(reply, unasked);
  const holder = await findHolder(platform, id);
  if (isRefusal(holder)) return send(reply, holder);
  const destination =
    refuseUnreachable(platform, holder) ?? (await destinationOf(platform, holder, 'download'));
  if (isRefusal(destination)) return send(reply, destination);
  const query = new URLSearchParams({ path: path ?? '' });
  const asked = { method: 'GET', path: `/internal/file/read?${query}` } as const;
  const answer = await forwardFile(platform, destination, asked);
  return isRefusal(answer) ? send(reply, answer) : sendStream(reply, 'download', answer);
}

/** It is the mode and the missing URL that count, never the runtime. */
export const refuseUnreachable = seam('platform.refuseDownload', whyUnreachable);

function whyUnreachable({ rules }: Platform, { delivery_mode: mode, url }: Holder): Refusal | undefined {
  if (!rules.keepsPendingUploads || mode !== 'poll' || url) return undefined;
  return refuse(422, 'workspace has no callback URL — chat download requires push-mode + public URL', {
    detail: 'the workspace fetches its messages itself, so that nobody can ask it for a file',
  });
}
