import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A control plane that answers as it is told and writes down every call. */
export interface TestControlPlane extends AsyncDisposable {
  readonly url: string;
  readonly calls: { readonly method: string; readonly path: string; readonly body: string }[];
  /** Body of the status answer. */
  state: string;
  /** HTTP status of every answer but provision. */
  status: number;
}

/** Starts it on a free port; provision answers 201 with an instance id. */
export async function startControlPlane(): Promise<TestControlPlane> {
  const calls: TestControlPlane['calls'] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      calls.push({ method: request.method ?? '', path: request.url ?? '', body });
      if (request.method === 'POST')
        response.writeHead(201).end('{"instance_id":"i-1","private_ip":"10.0.0.1"}');
      else response.writeHead(plane.status).end(JSON.stringify({ state: plane.state }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const plane: TestControlPlane = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    state: 'running',
    status: 200,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return plane;
}
