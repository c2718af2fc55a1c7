import { writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { serve } from '../../wire/test-support/serve.ts';
import { assay, workingDirectory } from './assay.ts';

const NONCE = 'ASSAY-NONCE-000000000000';

/** A message with this text and id. */
export const request = (text = NONCE, id: unknown = 1) =>
  JSON.stringify({
    ...{ jsonrpc: '2.0', id, method: 'message/send' },
    params: { message: { kind: 'message', messageId: 'm', role: 'user', parts: [{ kind: 'text', text }] } },
  });

/** A line of a file, with the nonce unless it says otherwise. */
export const line = (more: object = {}) => JSON.stringify({ body: request(), ...more });
/** So many such lines. */
export const lines = (count: number) => Array.from({ length: count }, () => line());

/** An agent that says again what it was told. */
export function echo(response: ServerResponse, body: Buffer): void {
  const { id, params } = JSON.parse(body.toString());
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ jsonrpc: '2.0', id, result: params.message }));
}

/** A server whose agent repeats what it is told. */
export const echoing = () => serve((_request, response, body) => echo(response, body));
/** A server that says the same to everything. */
export const answering = (status: number, body: string) =>
  serve((_request, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(body));

/** Replays these lines, and gives the exit code, the results and what was said on stderr. */
export async function replay(
  url: string,
  content: string | Buffer | readonly string[],
  ...flags: readonly string[]
) {
  await using directory = await workingDirectory();
  const bytes = Array.isArray(content) ? `${content.join('\n')}\n` : (content as string | Buffer);
  await writeFile(join(directory.path, 'it.ndjson'), bytes);
  return ended(await assay(directory.path, 'replay', 'it.ndjson', '--url', url, ...flags));
}

/** An ended command line with its results read. */
export function ended({ exitCode, stdout, stderr }: Awaited<ReturnType<typeof assay>>) {
  const results = stdout === '' ? [] : stdout.split('\n').map((one) => JSON.parse(one));
  return { exitCode, stderr, results, outcomes: results.map(({ outcome }) => outcome) };
}
