import type { Rewrite } from '../../corpus/entry.ts';
import { documentOf, type JsonNode } from './parse.ts';
import { childOf, nodeAt, pointerSteps } from './pointer.ts';

/**
 * Changes `document` in place into what must be received: exactly these rewrites, nothing else. A generated value
 * is taken over from `received` when it has the right form; else a text says in its place what was expected.
 */
export function applyRewrites(
  document: JsonNode,
  rewrites: readonly Rewrite[],
  received: JsonNode | undefined,
): JsonNode {
  return rewrites.reduce((done, rewrite) => applyRewrite(done, rewrite, received), document);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function applyRewrite(document: JsonNode, rewrite: Rewrite, received: JsonNode | undefined): JsonNode {
  const steps = pointerSteps(rewrite.path);
  const last = steps.at(-1);
  if ('remove' in rewrite) {
    removeAt(nodeAt(document, parentOf(rewrite.path)), last ?? '');
    return document;
  }
  const node =
    'set' in rewrite ? documentOf(rewrite.set) : generated(rewrite.generated, nodeAt(received, rewrite.path));
  if (last === undefined) return node;
  const parent = steps.slice(0, -1).reduce<JsonNode | undefined>(childOrNew, document);
  setAt(parent, last, node);
  return document;
}

/** A value that is made on the way: what was found in its place, if it has the form; else words for what was expected. */
export function generated(form: 'uuid' | 'any', found: JsonNode | undefined): JsonNode {
  if (found === undefined) return `<a value generated on the way, ${form}>`;
  if (form === 'any') return found;
  return typeof found === 'string' && UUID.test(found) ? found : '<a uuid generated on the way>';
}

function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

function childOrNew(node: JsonNode | undefined, step: string): JsonNode | undefined {
  const child = childOf(node, step);
  if (child !== undefined || !(node instanceof Map)) return child;
  const made = new Map<string, JsonNode>();
  node.set(step, made);
  return made;
}

function setAt(parent: JsonNode | undefined, step: string, node: JsonNode): void {
  if (parent instanceof Map) parent.set(step, node);
  else if (Array.isArray(parent)) parent[step === '-' ? parent.length : Number(step)] = node;
}

function removeAt(parent: JsonNode | undefined, step: string): void {
  if (parent instanceof Map) parent.delete(step);
  else if (Array.isArray(parent)) parent.splice(Number(step), 1);
}
