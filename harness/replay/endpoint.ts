import { UsageError } from '../support/errors.ts';

/** Where requests are posted, and the headers that the URL itself asks for. */
export interface Endpoint {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

/** Reads the URL of an endpoint; credentials in it become basic authentication. Throws `UsageError`. */
export function endpoint(text: string): Endpoint {
  if (!URL.canParse(text) || !/^https?:\/\//i.test(text)) throw notHttp(text);
  const url = new URL(text);
  const { username, password } = url;
  if (username === '' && password === '') return { url, headers: {} };
  url.username = '';
  url.password = '';
  return { url, headers: { authorization: `Basic ${basic(username, password)}` } };
}

function basic(username: string, password: string): string {
  return Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64');
}

/** A lone percent sign is itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whatever may be a password is left out of the words. */
function notHttp(text: string): UsageError {
  return new UsageError({
    code: 'BAD_URL',
    message: `\`${text.replace(/[^/]*@/, '…@')}\` is not an http URL`,
    fix: 'Give the endpoint as --url http://127.0.0.1:8000/a2a.',
  });
}
