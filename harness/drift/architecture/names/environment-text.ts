import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Named } from './named.ts';
import { regexNames } from './regex.ts';

const ASSIGNED = String.raw`^[ \t]*(?:export[ \t]+|ENV[ \t]+|ARG[ \t]+)?([A-Z][A-Z0-9_]*)[ \t]*=`;
const SET_BY_DOCKER = String.raw`^[ \t]*(?:ENV|ARG)[ \t]+([A-Z][A-Z0-9_]*)(?:[ \t]|$)`;

/** The environment variables that a compose file, a workflow, a dotenv, shell or Docker file gives. */
export function textEnvironment(path: string, text: string): readonly Named[] {
  if (/\.(?:ya?ml|json)$/.test(path)) return yamlEnvironment(path, text);
  return [...regexNames(path, text, ASSIGNED), ...regexNames(path, text, SET_BY_DOCKER)];
}

function yamlEnvironment(path: string, text: string): readonly Named[] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, merge: true });
  const names: Named[] = [];
  const add = (name: string, node: unknown): void => {
    const start = (node as { range?: readonly number[] } | null)?.range?.[0] ?? 0;
    const { line, col } = counter.linePos(start);
    names.push({ name, file: path, line, column: col, statement: name });
  };
  visit(document, {
    Pair(_, pair) {
      if (!isScalar(pair.key) || !/^(?:env|environment)$/.test(String(pair.key.value))) return;
      for (const [name, node] of variablesOf(pair.value)) add(name, node);
    },
  });
  return names;
}

/** Both forms of compose: a map, a list of `NAME=value`; and Kubernetes' list of `{name, value}`. */
function variablesOf(node: unknown): readonly (readonly [string, unknown])[] {
  if (isMap(node)) return node.items.filter(isPair).map(({ key }) => [scalarText(key), key] as const);
  if (!isSeq(node)) return [];
  return node.items.flatMap((item) => {
    if (isScalar(item)) return [[String(item.value).replace(/=.*$/s, ''), item] as const];
    const name: unknown = isMap(item) ? item.get('name') : undefined;
    return typeof name === 'string' ? [[name, item] as const] : [];
  });
}

function scalarText(node: unknown): string {
  return isScalar(node) ? String(node.value) : String(node);
}
