/** Header names and values in the case and order in which they stand in the message. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** A message on its way through a hop, without its first line. */
export interface Message {
  readonly headers: HeaderList;
  readonly body: Buffer;
}

/** What a message belongs to. */
export interface Occasion {
  readonly method: string;
  readonly path: string;
  readonly requestHeaders: HeaderList;
}

/** How the end of a body is told; `none` where there is no body. */
export type Framing = 'length' | 'chunked' | 'none';

/** How a hop puts the messages of one direction; whatever is absent stays as it came. */
export interface MessageStyle {
  /** What becomes of headers and body; headers that belong to the connection are not among them. */
  readonly change?: (message: Message, occasion: Occasion) => Message;
  /** How the name of a header is written. */
  readonly name?: (name: string) => string;
  readonly framing?: 'length' | 'chunked';
}

/** How a hop puts replies. */
export interface ReplyStyle extends Omit<MessageStyle, 'framing'> {
  /** `until-close`: by the end of the connection, without any header. */
  readonly framing?: 'length' | 'chunked' | 'until-close';
  /** Instead of the words that stand behind the status. */
  readonly reason?: string;
  /** `announced`: with `Connection: close`; `unannounced`: the connection is simply gone after a reply. */
  readonly close?: 'announced' | 'unannounced';
  /** Sends 103 before the reply itself. */
  readonly earlyHints?: boolean;
  /** Sends 100 before the reply itself, though nobody asked for it. */
  readonly continues?: boolean;
  /** How long the n-th reply of this hop waits before its head, and again in the middle of its body. */
  readonly pauseMs?: (nth: number) => number;
  /** Says one event of a stream otherwise; it ends with an empty line. */
  readonly event?: (event: string) => string;
  /** The events of a stream come in one piece when the stream is over, and not one by one. */
  readonly eventsAtOnce?: boolean;
}

/** How a hop says again what passes through it. */
export interface HopStyle {
  readonly request?: MessageStyle;
  readonly reply?: ReplyStyle;
}

/** A message as it will be written, and whether that is otherwise than it came. */
export interface Styled extends Message {
  readonly isChanged: boolean;
}

/** Headers that belong to one connection, and are no part of what is said over it. */
const OF_THE_CONNECTION: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'transfer-encoding',
]);

/** The headers of `rawHeaders`, as Node gives them, without those of the connection. */
export function headerList(raw: readonly string[]): HeaderList {
  const pairs = raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? ''] as const] : []));
  return pairs.filter(([name]) => !OF_THE_CONNECTION.has(name.toLowerCase()));
}

/** The value of a header, in whatever case its name is written. */
export function headerOf(headers: HeaderList, name: string): string | undefined {
  return headers.find(([each]) => each.toLowerCase() === name)?.[1];
}

/**
 * Puts a message in a style. `framing` is how its end was told when it came; `connection` is what the hop itself
 * says about the connection.
 */
export function styled(
  message: Message,
  { change, name = (given) => given, framing }: MessageStyle | ReplyStyle,
  occasion: Occasion,
  came: { readonly framing: Framing; readonly connection?: string },
): Styled {
  const changed = change?.(message, occasion) ?? message;
  const told = came.framing === 'none' ? 'none' : (framing ?? came.framing);
  const all: HeaderList = [
    ...changed.headers,
    ...(told === 'length' ? [['content-length', `${changed.body.length}`] as const] : []),
    ...(told === 'chunked' ? [['transfer-encoding', 'chunked'] as const] : []),
    ...(came.connection === undefined ? [] : [['connection', came.connection] as const]),
  ];
  const headers = all.map(([given, value]) => [name(given), value] as const);
  const isSame = sameHeaders(message.headers, headers.slice(0, changed.headers.length));
  return {
    headers,
    body: changed.body,
    isChanged: told !== came.framing || !isSame || !message.body.equals(changed.body),
  };
}

function sameHeaders(one: HeaderList, other: HeaderList): boolean {
  return (
    one.length === other.length &&
    one.every(([name, value], at) => other[at]?.[0] === name && other[at]?.[1] === value)
  );
}
