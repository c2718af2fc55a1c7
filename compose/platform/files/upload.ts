import type { FastifyReply, FastifyRequest } from 'fastify';
import { pathId } from '../http/parameters.ts';
import { isRefusal, send } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import { cappedBody } from './capped-body.ts';
import { destinationOf, findHolder } from './destination.ts';
import { forwardFile } from './forward.ts';
import { uploadCapBytes } from './limits.ts';
import { keepUpload } from './pending-upload.ts';
import { sendStream } from './reply.ts';

/** `POST /workspaces/:id/chat/uploads` (G.1): the bytes go to the agent as they come, or wait until it fetches them. */
export async function upload(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const holder = await findHolder(platform, pathId(request));
  if (isRefusal(holder)) return send(reply, holder);
  const contentType = sentContentType(request);
  const body = () => cappedBody(request.raw, uploadCapBytes(platform.rules));
  if (platform.rules.keepsPendingUploads && holder.delivery_mode === 'poll')
    return send(reply, await keepUpload(platform, holder, contentType, body()));
  const destination = await destinationOf(platform, holder, 'upload');
  if (isRefusal(destination)) return send(reply, destination);
  const length = request.headers['content-length'];
  const answer = await forwardFile(platform, destination, {
    ...{ method: 'POST', path: '/internal/chat/uploads/ingest', body: body() },
    headers: {
      ...(contentType && { 'content-type': contentType }),
      ...(length && { 'content-length': length }),
    },
  });
  return isRefusal(answer) ? send(reply, answer) : sendStream(reply, 'upload', answer);
}

/** As it came: the framework was told that all bodies are bytes. */
function sentContentType({ raw }: FastifyRequest): string {
  const at = raw.rawHeaders.findIndex((name, index) => index % 2 === 0 && /^content-type$/i.test(name));
  return at < 0 ? '' : (raw.rawHeaders[at + 1] ?? '');
}
