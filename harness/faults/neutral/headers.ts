import type { HeaderList, Message } from '../../wire/hop-style.ts';

/** `content-type` → `Content-Type` */
export function titleCase(name: string): string {
  return name.toLowerCase().replace(/(^|-)[a-z]/g, (first) => first.toUpperCase());
}

/** The message with more headers before its own, and its own in the other direction. */
export function withHeaders(more: HeaderList): (message: Message) => Message {
  return ({ headers, body }) => ({ headers: [...more, ...headers.toReversed()], body });
}
