import { documentOf, type JsonNode } from '../../wire/document/parse.ts';

/** The document with every object in it changed, the inner ones first, whatever its depth. */
export function everyObject(
  root: JsonNode,
  change: (members: Map<string, JsonNode>) => Map<string, JsonNode>,
): JsonNode {
  const outerFirst = containersIn(root);
  const made = new Map<JsonNode, JsonNode>();
  const asMade = (node: JsonNode): JsonNode => made.get(node) ?? node;
  for (const node of outerFirst.reverse()) {
    if (Array.isArray(node)) made.set(node, node.map(asMade));
    else made.set(node, change(new Map([...node].map(([name, member]) => [name, asMade(member)]))));
  }
  return asMade(root);
}

type Container = JsonNode[] | Map<string, JsonNode>;

/** Each stands before what is in it. */
function containersIn(root: JsonNode): Container[] {
  const found: Container[] = [];
  const pending: JsonNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!Array.isArray(node) && !(node instanceof Map)) continue;
    found.push(node);
    for (const member of node.values()) pending.push(member);
  }
  return found;
}

/** The document with every text member of that name changed, wherever it stands. */
export function everyText(root: JsonNode, name: string, change: (text: string) => string): JsonNode {
  return everyObject(root, (members) => {
    const text = members.get(name);
    return typeof text === 'string' ? members.set(name, change(text)) : members;
  });
}

/** Members that nobody has heard of, of every kind, before and after those that are known. */
export function withUnknown(members: Map<string, JsonNode>): Map<string, JsonNode> {
  return new Map([
    ['$schema', 'https://example.invalid/later.json'],
    ['x-build', documentOf({ sha: 'f00d', dirty: false, tags: ['a', 1, null] })],
    ...members,
    ['later_version', documentOf(7)],
    ['nothing', null],
    ['textual', 'a text that is nobody’s message'],
  ]);
}

/** The same moment as other writers put it: with an offset instead of `Z`, and other decimals. */
export function otherTimestamp(text: string): string {
  const [, second = text, decimals = ''] =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d+))?Z$/.exec(text) ?? [];
  if (second === text) return text;
  const fraction = /^0*$/.test(decimals) ? '' : `.${decimals.padEnd(9, '0')}`;
  return `${second}${fraction}+00:00`;
}

/** A document that is an object, or a list of objects, with each of these changed and nothing further inside. */
export function atTheTop(
  change: (members: Map<string, JsonNode>) => Map<string, JsonNode>,
): (document: JsonNode) => JsonNode {
  return (document) => {
    if (Array.isArray(document)) return document.map((item) => (item instanceof Map ? change(item) : item));
    return document instanceof Map ? change(document) : document;
  };
}
