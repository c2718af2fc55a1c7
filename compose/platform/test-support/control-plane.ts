import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A control plane that answers as it is told and writes down every call. */
export interface TestControlPlane extends AsyncDisposable {
  readonly url: string;
  readonly calls: { readonly method: string; readonly path: string; readonly body: string }[];
  /** Body of the status answer. */
  state: string;
  /** Whether it vouches for sessions. */
  member: boolean;
  /** HTTP status of every answer but provision. */
  status: number;
  /** HTTP status of provision. */
  provisionStatus: number;
  /** What an answer waits for. */
  before: (method: string, path: string) => Promise<unknown>;
}

/** The kind of text that back ends leak. */
export const LEAK = 'machine_type=m6i.xlarge ami=ami-0leak vpc=vpc-0leak subnet=subnet-0leak';

/** Starts it on a free port; provision answers 201 with an instance id, failures come with a text that leaks. */
export async function startControlPlane(): Promise<TestControlPlane> {
  const calls: TestControlPlane['calls'] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method = '', url = '' } = request;
    calls.push({ method, path: url, body });
    await plane.before(method, url);
    const status = method === 'POST' ? plane.provisionStatus : plane.status;
    response.writeHead(status).end(JSON.stringify(answer(method, url, status, plane)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const plane: TestControlPlane = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    state: 'running',
    member: false,
    status: 200,
    provisionStatus: 201,
    before: async () => undefined,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return plane;
}

function answer(
  method: string,
  path: string,
  status: number,
  { state, member }: Pick<TestControlPlane, 'state' | 'member'>,
): object {
  if (status >= 400) return { error: LEAK };
  if (method === 'POST') return { instance_id: 'i-1', private_ip: '10.0.0.1' };
  return path.endsWith('/console') ? { output: 'booted' } : { state, member };
}
