import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { AssayError } from '../support/errors.ts';
import type { Place } from '../support/verdict.ts';
import type { Located } from './located.ts';

/** A YAML file that knows where each of its values stands. */
export interface YamlFile {
  readonly file: string;
  readonly text: string;
  readonly root: YAMLMap;
  readonly placeAt: (offset: number) => Place;
}

/** Parses a file. One that is no YAML, or no map, is an `AssayError` (exit 2) that names the line. */
export function parseYamlFile(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [problem] = document.errors;
  const placeAt = (offset: number) => {
    const { line, col: column } = lines.linePos(offset);
    return { file, line, column };
  };
  if (problem)
    throw unreadable(file, `line ${placeAt(problem.pos[0]).line}: ${problem.message.split('\n')[0]}`);
  if (!isMap(document.contents)) throw unreadable(file, 'it holds no keys and values');
  return { file, text, root: document.contents as YAMLMap, placeAt };
}

/** The value of a key, as a node. */
export function nodeAt(map: unknown, key: string): Node | undefined {
  const pair = pairAt(map, key);
  return isNode(pair?.value) ? pair.value : undefined;
}

/** Where a key stands. */
export function keyPlace(yaml: YamlFile, map: unknown, key: string): Place | undefined {
  const node = pairAt(map, key)?.key;
  return isNode(node) && node.range ? yaml.placeAt(node.range[0]) : undefined;
}

/** Keys of a map with their values; nothing of anything else. */
export function entriesOf(map: unknown): readonly (readonly [string, Node | undefined])[] {
  if (!isMap(map)) return [];
  return map.items.map(({ key, value }) => [
    String(isScalar(key) ? key.value : key),
    isNode(value) ? value : undefined,
  ]);
}

/** A single value as text, where it stands. */
export function textAt(yaml: YamlFile, map: unknown, key: string): Located<string> | undefined {
  const node = nodeAt(map, key);
  if (!isScalar(node) || !node.range || node.value === null) return undefined;
  return { value: String(node.value), place: yaml.placeAt(node.range[0]) };
}

/** One value or a list of them, as texts. */
export function textsOf(yaml: YamlFile, node: Node | undefined): readonly Located<string>[] {
  const nodes = isSeq(node) ? node.items : [node];
  return nodes.flatMap((each) =>
    isScalar(each) && each.range ? [{ value: String(each.value), place: yaml.placeAt(each.range[0]) }] : [],
  );
}

function pairAt(map: unknown, key: string) {
  if (!isMap(map)) return undefined;
  return map.items.find((each) => isScalar(each.key) && String(each.key.value) === key);
}

function unreadable(file: string, what: string): AssayError {
  return new AssayError({
    code: 'WORKFLOW_UNREADABLE',
    message: `The workflow ${file} cannot be read: ${what}.`,
    fix: 'Name a workflow of GitHub, Gitea or Forgejo, as in .github/workflows/.',
  });
}
