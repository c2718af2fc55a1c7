import type { Outgoing } from '../../canary/envelope.ts';

/** A turn as canaries say it, by what is special about it. */
export const TURNS = [
  'text',
  'file-only',
  'file-with-caption',
  'history',
  'continued-task',
  'no-context',
] as const;
export type TurnKind = (typeof TURNS)[number];

export const TITLES: Readonly<Record<TurnKind, string>> = {
  text: 'A text in a context',
  'file-only': 'A file without any text',
  'file-with-caption': 'A file with a caption',
  history: 'A text with what was said before, for a runtime that keeps no sessions',
  'continued-task': 'An answer to a task that asked for it',
  'no-context': 'A text without a contextId',
};

/** The message of a turn; `text` is in it, so that it can be told from all others. */
export function turnOf(kind: TurnKind, messageId: string, text: string): Outgoing {
  const plain = {
    messageId,
    text,
    files: [],
    contextId: `canary-ctx-${messageId}`,
    waits: true,
    streams: false,
  };
  const files = [{ name: `${text}.txt`, type: 'text/plain', text: `The reference code is ${text}.` }];
  switch (kind) {
    case 'text':
      return plain;
    case 'file-only':
      return { ...plain, text: '', files };
    case 'file-with-caption':
      return { ...plain, files };
    case 'history':
      return {
        ...withoutContext(plain),
        history: [
          { role: 'user', text: 'Hello.' },
          { role: 'agent', text: 'Hello!' },
        ],
      };
    case 'continued-task':
      return { ...plain, taskId: `task-${messageId}` };
    case 'no-context':
      return withoutContext(plain);
    default:
      return kind satisfies never;
  }
}

function withoutContext({ contextId: _, ...message }: Outgoing & { readonly contextId: string }): Outgoing {
  return message;
}
