import { createHmac } from 'node:crypto';

const SECRET_HEADERS = new Set(['authorization', 'cookie', 'x-molecule-admin-token']);
/** No call of a platform comes near it; a document that does would exhaust the stack. */
const MAX_DEPTH = 64;
const SECRET_NAME = /token|secret|password|api_?key/i;

type Plain = Readonly<Record<string, unknown>>;

/**
 * What stands in the journal instead of a secret: a keyed fingerprint, `hmac:` and 16 hex digits of HMAC-SHA256
 * under the control token, so that whoever knows a secret can tell whether it was sent, and nobody else can.
 */
export function fingerprint(controlToken: string, secret: string): string {
  return `hmac:${createHmac('sha256', controlToken).update(secret).digest('hex').slice(0, 16)}`;
}

/** Headers with their secrets fingerprinted; of a bearer the scheme stays readable. */
export function redactHeaders(headers: Plain, controlToken: string): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => {
    const text = Array.isArray(value) ? value.join(', ') : String(value);
    return [name, SECRET_HEADERS.has(name) ? redactCredential(text, controlToken) : text];
  });
  return Object.fromEntries(entries);
}

/** A JSON document with the texts under secret-looking names fingerprinted; what lies too deep is left out. */
export function redactBody(body: unknown, controlToken: string, depth = 0): unknown {
  if (typeof body !== 'object' || body === null) return body;
  if (depth >= MAX_DEPTH) return { omitted: `deeper than ${MAX_DEPTH} levels` };
  if (Array.isArray(body)) return body.map((item) => redactBody(item, controlToken, depth + 1));
  const entries = Object.entries(body).map(([name, value]) => {
    const secret = typeof value === 'string' && SECRET_NAME.test(name);
    return [name, secret ? fingerprint(controlToken, value) : redactBody(value, controlToken, depth + 1)];
  });
  return Object.fromEntries(entries);
}

function redactCredential(text: string, controlToken: string): string {
  const [, scheme = '', secret = text] = /^(Bearer )(.*)$/.exec(text) ?? [];
  return `${scheme}${fingerprint(controlToken, secret)}`;
}
