import { apart } from '../apart.ts';
import { type Difference, differences } from './compare.ts';
import { isNumber, type JsonNode } from './parse.ts';
import { inline } from './print.ts';

/** Two nodes that differ, on one line each. */
export interface NodesApart {
  readonly expected: string;
  readonly actual: string;
}

const WHOLE = 120;

/** Two nodes that differ: whole where both are short, else around the first difference, with its place. */
export function nodesApart(expected: JsonNode | undefined, actual: JsonNode | undefined): NodesApart {
  const [left, right] = [scalarText(expected), scalarText(actual)];
  if (left !== undefined && right !== undefined) return scalarsApart(expected, actual, left, right);
  const [first] = expected === undefined ? [] : differences(expected, actual, { limit: 1 });
  if (first && first.path !== 'the document') return innerApart(first);
  return { expected: inline(expected), actual: inline(actual) };
}

function scalarsApart(
  expected: JsonNode | undefined,
  actual: JsonNode | undefined,
  left: string,
  right: string,
): NodesApart {
  const windows = apart(left, right);
  const isShort = left.length <= WHOLE && right.length <= WHOLE;
  if (!windows || (isShort && /^[ -~]*$/.test(left + right))) {
    return { expected: inline(expected), actual: inline(actual) };
  }
  const at = windows.offset === 0 ? '' : ` at character ${windows.offset}`;
  return { expected: `${windows.expected}${at}`, actual: `${windows.actual}${at}` };
}

/** Inside of two that have the same form, the first place where they differ. */
function innerApart({ path, expected, actual }: Difference): NodesApart {
  const words = nodesApart(expected, actual);
  return { expected: `${path} = ${words.expected}`, actual: `${path} = ${words.actual}` };
}

function scalarText(node: JsonNode | undefined): string | undefined {
  if (typeof node === 'string') return node;
  return isNumber(node) ? node.digits : undefined;
}
