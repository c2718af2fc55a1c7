import type { JsonNode } from './parse.ts';

/** The steps of a JSON pointer (RFC 6901); `''` is the document itself. */
export function pointerSteps(pointer: string): readonly string[] {
  const known = KNOWN.get(pointer);
  if (known) return known;
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (KNOWN.size < MOST_KNOWN) KNOWN.set(pointer, steps);
  return steps;
}

/** The same few pointers are followed in every reply. */
const KNOWN = new Map<string, readonly string[]>();
const MOST_KNOWN = 256;

/** What a pointer leads to in a document, `undefined` when it leads nowhere. */
export function nodeAt(root: JsonNode | undefined, pointer: string): JsonNode | undefined {
  return pointerSteps(pointer).reduce<JsonNode | undefined>(childOf, root);
}

/** The member or item of that name, `undefined` when there is none. */
export function childOf(node: JsonNode | undefined, step: string): JsonNode | undefined {
  if (node instanceof Map) return node.get(step);
  return Array.isArray(node) ? node[Number(step)] : undefined;
}

/** What a pointer leads to in a plain JSON value; own members only, so no prototype is ever reached. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const step of pointerSteps(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/** A path as people write it: `params.message.parts[0].text`. */
export function readablePath(steps: readonly (string | number)[]): string {
  if (steps.length === 0) return 'the document';
  return steps.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`;
    if (!/^[A-Za-z_$][\w$]*$/.test(step)) return `${path}[${JSON.stringify(step)}]`;
    return path === '' ? step : `${path}.${step}`;
  }, '');
}
