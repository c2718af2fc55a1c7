import { UsageError } from '../support/errors.ts';
import { nearest } from '../support/nearest.ts';
import { parseJson } from '../support/parse-json.ts';
import { utf8Fault } from '../wire/reply/text.ts';
import { type ByteLine, type ByteSource, byteLines, LineTooLong } from './byte-lines.ts';
import type { BulkItem } from './item.ts';

/**
 * The requests of an NDJSON file, one a line, read as they are needed: `{id?, headers?, body | bodyBase64}`, where
 * `body` is text. Empty lines are skipped; any other line that is not so is a UsageError naming file and line.
 * Of what comes from elsewhere `file` is the name.
 */
export async function* ndjsonItems(file: string, source: ByteSource = file): AsyncGenerator<BulkItem> {
  let number = 0;
  try {
    for await (const line of byteLines(source)) {
      number = line.number;
      const item = itemOf(line, file);
      if (item) yield item;
    }
  } catch (error) {
    throw error instanceof UsageError ? error : unreadable(file, number + 1, error as Error);
  }
}

const KEYS = ['id', 'headers', 'body', 'bodyBase64'];
const REQUEST_KEYS = ['jsonrpc', 'method', 'params'];
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function itemOf({ number, bytes }: ByteLine, file: string): BulkItem | undefined {
  const refuse = (message: string) => badLine(file, number, message);
  const fault = utf8Fault(bytes);
  if (fault !== undefined) throw refuse(`it is text ${fault}`);
  const line = bytes.toString('utf8');
  if (line.trim() === '') return undefined;
  const value = parseJson(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refuse('it is not a JSON object');
  const { id, headers, body, bodyBase64 } = value as Record<string, unknown>;
  const unknownKey = Object.keys(value).find((key) => !KEYS.includes(key));
  if (unknownKey) throw refuse(`unknown key \`${unknownKey}\`${adviceOn(unknownKey)}`);
  if (id !== undefined && typeof id !== 'string') throw refuse('`id` is not a string');
  if (!isHeaders(headers)) throw refuse('`headers` is not an object of strings');
  if ((body === undefined) === (bodyBase64 === undefined))
    throw refuse('it needs `body` or `bodyBase64`, one of them');
  return {
    id: id ?? `${number}`,
    headers: headers ?? { 'content-type': 'application/json' },
    body: bytesOf(body, bodyBase64, refuse),
  };
}

/** A whole request is not what a line is, but what its `body` has as text. */
function adviceOn(unknownKey: string): string {
  if (REQUEST_KEYS.includes(unknownKey)) return ', so it is a request itself: give it as text in `body`';
  const meant = nearest(unknownKey, KEYS);
  return meant === undefined ? '' : `, did you mean \`${meant}\`?`;
}

function bytesOf(body: unknown, bodyBase64: unknown, refuse: (message: string) => UsageError): Buffer {
  if (typeof body === 'string' && /\p{Surrogate}/u.test(body))
    throw refuse(
      '`body` has half of a surrogate pair, which no bytes stand for: give the bytes as `bodyBase64`',
    );
  if (typeof body === 'string') return Buffer.from(body);
  if (body !== undefined) throw refuse('`body` is not a string: write the request as text, JSON inside JSON');
  if (typeof bodyBase64 === 'string' && BASE64.test(bodyBase64)) return Buffer.from(bodyBase64, 'base64');
  throw refuse('`bodyBase64` is not base64');
}

function isHeaders(value: unknown): value is Record<string, string> | undefined {
  if (value === undefined) return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((one) => typeof one === 'string');
}

function badLine(file: string, number: number, message: string): UsageError {
  return new UsageError({
    code: 'BAD_LINE',
    message: `${file}:${number}: this line is no request: ${message}`,
    fix: 'Each line is {"id"?, "headers"?, "body": "<text>"} or the same with "bodyBase64".',
  });
}

function unreadable(file: string, number: number, cause: Error): UsageError {
  const where = number > 1 || cause instanceof LineTooLong ? `${file}:${number}` : file;
  return new UsageError({
    code: 'UNREADABLE_FILE',
    message: `${where} cannot be read: ${cause.message}`,
    fix: 'Give the path of an NDJSON file, plain or compressed by gzip.',
    cause,
  });
}
