import { randomUUID } from 'node:crypto';
import { type CanaryOptions, startCanaryRuntime } from './server.ts';

/** What tests look for in a reply. */
export interface Reply {
  readonly result?: {
    readonly kind: string;
    readonly id: string;
    readonly contextId: string;
    readonly status: {
      readonly state: string;
      readonly message?: { readonly parts: readonly { readonly text: string }[] };
    };
    readonly artifacts?: readonly { readonly parts: readonly { readonly text: string }[] }[];
  };
  readonly error?: { readonly code: number; readonly message: string };
}

/** A running runtime, and what tests say to it. */
export interface Talk extends AsyncDisposable {
  readonly url: string;
  ask(method: string, params: unknown): Promise<Reply>;
  /** Sends a text, in a context, and answers what the agent said. */
  say(
    text: string,
    ids?: object,
    files?: readonly { readonly name: string; readonly text: string }[],
  ): Promise<string>;
}

/** Starts a real runtime on a free port, in canary mode unless told otherwise. */
export async function startTalk(options: Partial<CanaryOptions> = {}): Promise<Talk> {
  const runtime = await startCanaryRuntime({ host: '127.0.0.1', port: 0, canaryMode: true, ...options });
  const ask = async (method: string, params: unknown): Promise<Reply> => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: randomUUID(), method, params });
    const response = await fetch(runtime.url, { method: 'POST', body });
    return (await response.json()) as Reply;
  };
  return {
    url: runtime.url,
    ask,
    say: async (text, ids = {}, files = []) => wordsOf(await ask('message/send', paramsOf(text, ids, files))),
    [Symbol.asyncDispose]: () => runtime[Symbol.asyncDispose](),
  };
}

/** The `params` of a message. */
export function paramsOf(
  text: string,
  ids: object = {},
  files: readonly { readonly name: string; readonly text: string }[] = [],
) {
  const parts = [
    ...(text === '' ? [] : [{ kind: 'text', text }]),
    ...files.map((file) => ({
      kind: 'file',
      file: { name: file.name, mimeType: 'text/plain', bytes: Buffer.from(file.text).toString('base64') },
    })),
  ];
  return { message: { kind: 'message', role: 'user', messageId: randomUUID(), parts, ...ids } };
}

function wordsOf({ result, error }: Reply): string {
  if (!result) return `error ${error?.code}: ${error?.message}`;
  const parts = result.artifacts?.[0]?.parts ?? result.status.message?.parts ?? [];
  return parts.map(({ text }) => text).join('');
}
