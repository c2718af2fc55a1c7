import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const speaks1: Neutral = {
  id: 'N-line-1',
  title: 'requests are taken in the words of 1.0 alone',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [at('canary.request', (requestOf) => (request) => requestOf(translated(Object(request))))],
  },
};

const METHODS: Readonly<Record<string, string>> = {
  SendMessage: 'message/send',
  SendStreamingMessage: 'message/stream',
  GetTask: 'tasks/get',
  CancelTask: 'tasks/cancel',
};

interface Request1 {
  readonly method?: string;
  readonly params?: {
    readonly message?: { readonly parts: readonly Part1[] };
    readonly configuration?: { readonly returnImmediately?: boolean };
  };
}

interface Part1 {
  readonly text?: string;
  readonly raw?: string;
  readonly filename?: string;
  readonly mediaType?: string;
}

/** The same request in the words of 0.3, which the SDK below understands; one that has them already is none of ours. */
function translated({ method = '', params, ...rest }: Request1): object {
  const known = METHODS[method];
  if (known === undefined) return { ...rest, method: `unknown to 1.0: ${method}`, params };
  const { message, configuration } = params ?? {};
  if (!message) return { ...rest, method: known, params };
  const parts = message.parts.map(({ text, raw, filename, mediaType }) =>
    text === undefined
      ? { kind: 'file', file: { name: filename, mimeType: mediaType, bytes: raw } }
      : { kind: 'text', text },
  );
  const blocking = configuration?.returnImmediately !== true;
  return {
    ...{ ...rest, method: known },
    params: { message: { ...message, kind: 'message', role: 'user', parts }, configuration: { blocking } },
  };
}
