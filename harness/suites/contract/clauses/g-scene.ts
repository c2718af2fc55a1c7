import type { Asking, Received, Tools, Workspace } from '../language/index.ts';

const BOUNDARY = '----a strange~boundary';

/** A file of an upload. */
export interface FilePart {
  readonly name: string;
  readonly type?: string;
  readonly content: string | Uint8Array;
  readonly field?: string;
}

/** A form with these files, as a browser sends it. */
export function multipart(...files: readonly FilePart[]): Pick<Asking, 'headers' | 'body'> {
  const parts = files.map(({ name, type = 'image/png', content, field = 'files' }) => {
    const head = `Content-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${type}`;
    return Buffer.concat([
      Buffer.from(`--${BOUNDARY}\r\n${head}\r\n\r\n`),
      Buffer.from(content as string),
      Buffer.from('\r\n'),
    ]);
  });
  return {
    headers: { 'content-type': `multipart/form-data; boundary="${BOUNDARY}"` },
    body: Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]),
  };
}

/** Sends files to a workspace, as itself unless told otherwise. */
export function upload({ platform }: Tools, { id, token }: Workspace, asking: Asking = {}) {
  return platform.ask('POST', `/workspaces/${id}/chat/uploads`, {
    ...{ as: token, ...multipart({ name: 'a.png', content: 'PNG' }) },
    ...asking,
  });
}

/** Asks a workspace for a file. */
export function download(
  { platform }: Tools,
  { id, token }: Workspace,
  path = '/workspace/a',
  asking: Asking = {},
) {
  const query = new URLSearchParams({ path });
  return platform.ask('GET', `/workspaces/${id}/chat/download?${query}`, { as: token, ...asking });
}

/** Both ways to the files of a workspace, by their names. */
export const OPERATIONS = { upload: { run: upload }, download: { run: download } } as const;

/** A header of a request that an agent got; the first of its name. */
export function headerOf(received: Received | undefined, name: string): string | undefined {
  return received?.headers.find(([each]) => each.toLowerCase() === name)?.[1];
}
