/** A number as written, because a double cannot hold every number that JSON can. */
export interface JsonNumber {
  readonly digits: string;
}

/** A JSON document without loss: numbers keep their digits, members such as `__proto__` are plain data. */
export type JsonNode = null | boolean | string | JsonNumber | JsonNode[] | Map<string, JsonNode>;

/** Parses bytes; `undefined` when they are not UTF-8 or not JSON, which a byte order mark is no part of. */
export function parseBytes(bytes: Uint8Array): JsonNode | undefined {
  try {
    return parseText(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Parses text; of duplicate members the last wins. Any depth will do. Throws a SyntaxError on what is not JSON. */
export function parseText(text: string): JsonNode {
  JSON.parse(text);
  return build(text);
}

/** A plain JSON value as a document, of any depth; what JSON cannot say is null, and -0 is 0. */
export function documentOf(value: unknown): JsonNode {
  const root: JsonNode[] = [];
  const pending: Conversion[] = [{ value, put: (node) => root.push(node) }];
  for (let next = pending.pop(); next; next = pending.pop()) next.put(converted(next.value, pending));
  return root[0] ?? null;
}

interface Conversion {
  readonly value: unknown;
  readonly put: (node: JsonNode) => unknown;
}

/** The node of one value; its members are left to be converted later, into the places kept for them. */
function converted(value: unknown, pending: Conversion[]): JsonNode {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return { digits: `${value}` };
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) {
    const items: JsonNode[] = value.map(() => null);
    value.forEach((item: unknown, index) => {
      pending.push({ value: item, put: (node) => (items[index] = node) });
    });
    return items;
  }
  const members = new Map<string, JsonNode>();
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    members.set(key, null);
    pending.push({ value: member, put: (node) => members.set(key, node) });
  }
  return members;
}

/** Whether a node is a number. */
export function isNumber(node: JsonNode | undefined): node is JsonNumber {
  return typeof node === 'object' && node !== null && 'digits' in node;
}

interface Open {
  readonly node: JsonNode[] | Map<string, JsonNode>;
  key?: string | undefined;
}

/** Builds the tree of text that is known to be JSON, so that only the kind of each token matters. */
function build(text: string): JsonNode {
  const stack: Open[] = [];
  let root: JsonNode = null;
  const attach = (node: JsonNode) => {
    const open = stack.at(-1);
    if (!open) root = node;
    else if (Array.isArray(open.node)) open.node.push(node);
    else {
      open.node.set(open.key ?? '', node);
      open.key = undefined;
    }
  };
  for (let at = 0; at < text.length; ) {
    const char = text[at] ?? '';
    const end = endOfToken(text, at, char);
    const open = stack.at(-1);
    if (char === '{' || char === '[') {
      const node = char === '{' ? new Map<string, JsonNode>() : [];
      attach(node);
      stack.push({ node });
    } else if (char === '}' || char === ']') stack.pop();
    else if (char === '"') {
      const string: string = JSON.parse(text.slice(at, end));
      if (open && !Array.isArray(open.node) && open.key === undefined) open.key = string;
      else attach(string);
    } else if (!' \t\n\r,:'.includes(char)) attach(scalar(text.slice(at, end)));
    at = end;
  }
  return root;
}

const SCALAR = /[^\s,\]}]+/y;

function endOfToken(text: string, at: number, char: string): number {
  if (char === '"') return endOfString(text, at);
  if ('{}[],: \t\n\r'.includes(char)) return at + 1;
  SCALAR.lastIndex = at;
  SCALAR.test(text);
  return Math.max(SCALAR.lastIndex, at + 1);
}

function endOfString(text: string, at: number): number {
  let quote = text.indexOf('"', at + 1);
  while (isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  return quote + 1;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

function scalar(token: string): JsonNode {
  if (token === 'null') return null;
  if (token === 'true' || token === 'false') return token === 'true';
  return { digits: token };
}
