import { parseJson } from '../../../support/parse-json.ts';
import type { Exchange } from '../../../wire/exchange.ts';
import type { Sent } from '../../../wire/sender.ts';

/** What came back for a request; without a reply everything but the record is empty. */
export interface Reply {
  readonly exchange: Exchange;
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  readonly text: string;
  /** Undefined where the body is no JSON. */
  readonly json: unknown;
}

/** Reads what was sent back. */
export function replyOf({ exchange, reply }: Sent): Reply {
  const bytes = reply?.body ?? Buffer.alloc(0);
  const text = bytes.toString('utf8');
  return {
    ...{ exchange, bytes, text },
    status: reply?.status,
    headers: reply?.headers ?? {},
    json: parseJson(text),
  };
}

/** The member of a document at a path such as `connection.auth_token` or `0.id`; undefined where there is none. */
export function memberAt(document: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (value === null ? undefined : Reflect.get(Object(value), key)),
      document,
    );
}
