const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const VALUE = /^[\t\u0020-\u007e\u0080-\u00ff]*$/;

/** Belong to one connection, or begin another conversation than a request and its reply. */
const OF_THE_CONNECTION: ReadonlySet<string> = new Set(['keep-alive', 'upgrade', 'expect']);

/** Why a request with these headers cannot be sent, naming the header; `undefined` when it can. */
export function unsendable(
  headers: Readonly<Record<string, string>>,
  bodyBytes?: number,
): string | undefined {
  const seen = new Set<string>();
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase();
    const why = seen.has(lower) ? 'stands there twice' : faultOf(lower, value, bodyBytes);
    if (why !== undefined) return `header \`${name}\` ${why}`;
    seen.add(lower);
  }
  return undefined;
}

function faultOf(name: string, value: string, bodyBytes: number | undefined): string | undefined {
  if (!TOKEN.test(name)) return 'has a name that HTTP does not allow';
  if (!VALUE.test(value)) return 'has a character in its value that HTTP does not allow';
  if (OF_THE_CONNECTION.has(name)) return 'belongs to the connection, and no sender may give it';
  if (name === 'connection' && !/^(close|keep-alive)$/i.test(value))
    return 'can only be `close` or `keep-alive`';
  if (name === 'transfer-encoding' && !/^chunked$/i.test(value)) return 'can only be `chunked`';
  if (name === 'content-length' && bodyBytes !== undefined && value !== `${bodyBytes}`)
    return `says ${value}, and the body has ${bodyBytes} bytes`;
  return undefined;
}
