import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

export interface Received {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** An agent that misbehaves by path: `/status/502`, `/reset`, `/hang`, `/cut`, `/empty` and the rest below. */
export interface TestAgent extends AsyncDisposable {
  /** As platforms accept it, by name. */
  readonly url: string;
  readonly received: Received[];
}

/** The answer of the well-behaved paths. */
export const ANSWER =
  '{"jsonrpc":"2.0","id":"1","result":{"kind":"message","parts":[{"kind":"text","text":"hi"}]}}';

type Behaviour = (response: ServerResponse, argument: string) => void;

const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  ok: (response) => response.setHeader('x-agent', 'private').end(ANSWER),
  status: (response, status) => response.writeHead(Number(status)).end('{"error":"the agent says so"}'),
  plain: (response, status) => response.writeHead(Number(status)).end('no json'),
  empty: (response, status) => response.writeHead(Number(status || 200)).end(),
  indented: (response) => response.end('{\n  "a": 1\r\n}'),
  html: (response) => response.end('<html>'),
  text: (response, text) => response.end(JSON.stringify({ result: decodeURIComponent(text) })),
  gzip: (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(ANSWER)),
  redirect: (response) => response.writeHead(302, { location: '/ok' }).end(),
  big: (response) => response.end(Buffer.alloc(10_485_761, 0x20)),
  trace: (response) => response.end('{"result":{"metadata":{"tool_trace":[]}}}'),
  reset: (response) => void response.socket?.resetAndDestroy(),
  eof: (response) => void response.socket?.end(),
  garbage: (response) => void response.socket?.end('no http at all\r\n\r\n'),
  cut: (response, status) => {
    response.writeHead(Number(status || 200), { 'content-length': '100' }).write('{"a"');
    setImmediate(() => response.socket?.destroy());
  },
  hang: () => undefined,
  slow: (response, delayMs) => void setTimeout(() => response.end(ANSWER), Number(delayMs)),
};

/** Starts the agent on a free port. */
export async function startAgent(): Promise<TestAgent> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      received.push({ path, headers: request.headers, body: Buffer.concat(chunks).toString() });
      const [name = '', argument = ''] = path.slice(1).split('?')[0]?.split('/') ?? [];
      (BEHAVIOURS[name] ?? BEHAVIOURS.ok)?.(response, argument);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
