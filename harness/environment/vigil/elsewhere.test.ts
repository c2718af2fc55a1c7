import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { SubjectDescription } from '../world.ts';
import { watchElsewhere } from './elsewhere.ts';
import type { Watched } from './loss.ts';

const NOTHING_LOST: Watched = {
  lost: () => Promise.resolve(undefined),
  onLoss: () => ({ [Symbol.dispose]: () => undefined }),
};

test('a subject elsewhere is lost once connections to it fail, with its address and the code', async () => {
  const { url, server } = await serving((_request, response) => response.end());
  const watched = watchElsewhere(subjectAt(url), NOTHING_LOST);
  expect(await watched.lost()).toBeUndefined();
  await close(server);
  expect(await watched.lost()).toEqual({
    ...{ service: 'theirs', state: 'unreachable', url, failure: 'ECONNREFUSED', lastLines: [] },
  });
});

test.each([
  ['a status that says it is not ready', (_request, response) => response.writeHead(503).end()],
  ['a refusal to be asked so often', (_request, response) => response.writeHead(429).end()],
  ['nothing within the second that it has', () => undefined],
] as const satisfies readonly (readonly [string, RequestListener])[])(
  'a subject elsewhere that is there is not lost, though it answers %s',
  async (_what, answer) => {
    const { url } = await serving(answer);
    expect(await watchElsewhere(subjectAt(url), NOTHING_LOST).lost()).toBeUndefined();
  },
);

test('a connection that fails once is no loss', async () => {
  let asked = 0;
  const { url } = await serving((request, response) => {
    asked += 1;
    if (asked === 1) request.socket.destroy();
    else response.end();
  });
  expect(await watchElsewhere(subjectAt(url), NOTHING_LOST).lost()).toBeUndefined();
  expect(asked).toBe(2);
});

test('of several addresses the one that is gone is told, without the credentials in it', async () => {
  const there = await serving((_request, response) => response.end());
  const gone = await serving((_request, response) => response.end());
  await close(gone.server);
  const secret = gone.url.replace('http://', 'http://me:hunter2@');
  const loss = await watchElsewhere(subjectAt(there.url, secret), NOTHING_LOST).lost();
  expect(loss).toMatchObject({ url: gone.url });
  expect(JSON.stringify(loss)).not.toContain('hunter2');
});

test('a loss of our own services comes first', async () => {
  const ours = { service: 'postgres', state: 'ended', lastLines: [] } as const;
  const watched = watchElsewhere(subjectAt('http://127.0.0.1:9/'), {
    ...NOTHING_LOST,
    lost: () => Promise.resolve(ours),
  });
  expect(await watched.lost()).toBe(ours);
});

function subjectAt(...answersAt: readonly string[]): SubjectDescription {
  return { kind: 'remote', name: 'theirs', file: '/theirs.yaml', capabilities: [], answersAt };
}

async function serving(answer: RequestListener): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => close(server));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
