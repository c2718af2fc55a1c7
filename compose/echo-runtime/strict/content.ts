import type { IncomingHttpHeaders } from 'node:http';
import { CODES, RpcError } from './protocol.ts';

/** Refuses what is not plain JSON in UTF-8 by its headers: status 415 with error -32005. */
export function requireJsonContent(headers: IncomingHttpHeaders): void {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((text) => text.startsWith('charset='));
  if (type.trim() !== 'application/json') refuse(`content type ${type.trim() || '(none)'}`);
  if (charset && !/^charset="?utf-8"?$/.test(charset)) refuse(charset);
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') refuse(`content encoding ${encoding}`);
}

function refuse(what: string): never {
  const data = { reason: `application/json in UTF-8 is wanted, not ${what}` };
  throw new RpcError(CODES.contentType, `Content type not supported: ${what}`, { data, httpStatus: 415 });
}
