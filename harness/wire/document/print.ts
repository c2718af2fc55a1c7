import { isNumber, type JsonNode } from './parse.ts';

/** A node on one line, cut to `limit` characters with the length that it really has. */
export function inline(node: JsonNode | undefined, limit = 120): string {
  if (node === undefined) return 'missing';
  return shorten(compact(node, limit * 4), limit);
}

/** Text cut to `limit` characters, with its real length when it was longer. */
export function shorten(text: string, limit = 120): string {
  return text.length <= limit ? text : `${text.slice(0, limit)}… (${text.length} characters)`;
}

/** A document over several lines with sorted members, for reading and for line-wise diffs: its first `limit` lines, each whole. */
export function prettyLines(root: JsonNode, limit: number): string[] {
  const lines: string[] = [];
  print(root, '', '', '', lines, limit);
  return lines;
}

function print(
  node: JsonNode,
  indent: string,
  label: string,
  comma: string,
  lines: string[],
  limit: number,
): void {
  if (lines.length >= limit) return;
  const children = childrenOf(node);
  const [open, close] = Array.isArray(node) ? ['[', ']'] : ['{', '}'];
  if (!children || children.length === 0) {
    lines.push(
      `${indent}${label}${children ? open + close : inline(node, Number.POSITIVE_INFINITY)}${comma}`,
    );
    return;
  }
  if (indent.length > 128) {
    lines.push(`${indent}${label}… (deeper)${comma}`);
    return;
  }
  lines.push(`${indent}${label}${open}`);
  children.forEach(([name, child], index) => {
    print(child, `${indent}  `, name, index < children.length - 1 ? ',' : '', lines, limit);
  });
  if (lines.length < limit) lines.push(`${indent}${close}${comma}`);
}

function childrenOf(node: JsonNode): readonly (readonly [string, JsonNode])[] | undefined {
  if (Array.isArray(node)) return node.map((child) => ['', child]);
  if (!(node instanceof Map)) return undefined;
  return [...node.entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, child]) => [`${JSON.stringify(key)}: `, child]);
}

function compact(node: JsonNode, room: number): string {
  if (isNumber(node)) return node.digits;
  if (Array.isArray(node)) return bracket('[', node, (child, left) => compact(child, left), ']', room);
  if (!(node instanceof Map)) return JSON.stringify(node);
  const member = ([key, child]: [string, JsonNode], left: number) =>
    `${JSON.stringify(key)}:${compact(child, left)}`;
  return bracket('{', [...node], member, '}', room);
}

function bracket<T>(
  open: string,
  items: readonly T[],
  show: (item: T, room: number) => string,
  close: string,
  room: number,
): string {
  let text = open;
  for (const item of items) {
    if (text.length >= room) return `${text}…`;
    text += (text === open ? '' : ',') + show(item, room - text.length - 1);
  }
  return text + close;
}
