import { IncomingMessage } from 'node:http';

/**
 * A request like `original`, whose body has been read, that streams `body` again: same head, same socket, same
 * framing headers, so that a body parser behind it sees what it would have seen on the wire.
 */
export function replayedRequest(original: IncomingMessage, body: Buffer, url: string): IncomingMessage {
  const request = new IncomingMessage(original.socket);
  request.method = original.method ?? 'GET';
  request.url = url;
  request.httpVersion = original.httpVersion;
  request.httpVersionMajor = original.httpVersionMajor;
  request.httpVersionMinor = original.httpVersionMinor;
  request.headers = original.headers;
  request.rawHeaders = original.rawHeaders;
  request.push(body);
  request.push(null);
  request.complete = true;
  return request;
}
