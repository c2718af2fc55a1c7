import type { SourceFile } from '../../support/source-file.ts';
import { type SyntaxNode, spanOf } from '../../support/syntax.ts';
import { enclosingFunctions } from './functions.ts';
import { nodesAmong } from './kinds.ts';

/** A local name that stands for a chain such as `h.provisioner`, and the stretch of text in which it does. */
export interface Alias {
  readonly name: string;
  readonly chain: string;
  /** Whether the chain is written nowhere, as in `const { env } = process`. */
  readonly isUnwritten: boolean;
  readonly from: number;
  readonly to: number;
}

const BINDINGS = [
  'assignment_statement',
  'assignment_expression',
  'short_var_declaration',
  'var_spec',
  'variable_declarator',
  'assignment',
  'named_expression',
];
const DEEPEST_ALIAS = 4;
const CHAIN = /^[\p{L}_$][\p{L}\p{N}_$]*(?:\s*[?!]?\.\s*[\p{L}_$#][\p{L}\p{N}_$]*)*!?$/u;

/**
 * The local names of a file that only shorten a chain of members with one of the words in it, each within the function
 * that declares it; and the names that stand for such names.
 */
export function aliasesIn(file: SourceFile, root: SyntaxNode, words: readonly string[]): readonly Alias[] {
  const aliases: Alias[] = [];
  let wanted = words;
  for (let round = 0; round < DEEPEST_ALIAS && wanted.length > 0; round += 1) {
    const found = shortNames(file, root, wanted).filter((each) => !aliases.some((old) => same(old, each)));
    aliases.push(...found);
    wanted = found.map(({ name }) => name);
  }
  return aliases.sort((a, b) => a.from - b.from);
}

function shortNames(file: SourceFile, root: SyntaxNode, words: readonly string[]): readonly Alias[] {
  const mentions = new RegExp(`(?<![\\w$])(?:${words.map(escaped).join('|')})(?![\\w$])`, 'u');
  return nodesAmong(file, root, BINDINGS, anyOf(words)).flatMap((node) => {
    const pairs = boundPairs(node).flatMap(([name, value]) => {
      const chain = chainOf(value);
      return chain !== undefined && /^\w+$/.test(name) && mentions.test(chain)
        ? [[name, chain] as const]
        : [];
    });
    if (pairs.length === 0) return [];
    const [scope] = enclosingFunctions(node);
    const to = scope ? spanOf(scope).end : file.text.length;
    const isUnwritten = node.field('name')?.kind() === 'object_pattern';
    return pairs.map(([name, chain]) => ({ name, chain, isUnwritten, from: spanOf(node).end, to }));
  });
}

/** The chain of members that an expression comes down to without parentheses, dereferencing and type assertions. */
export function chainOf(expression: string): string | undefined {
  let text = expression.trim();
  for (let before = ''; before !== text; ) {
    before = text;
    text = text
      .replace(/^[&*]\s*/, '')
      .replace(/^\(([^()]*(?:\([^()]*\))?[^()]*)\)$/s, '$1')
      .replace(/\.\([\w.*\s]+\)$/, '')
      .replace(/\s+as\s+[\w.<>]+$/, '')
      .trim();
  }
  return CHAIN.test(text) ? text : undefined;
}

/** A regular expression of ast-grep that finds any of the words. */
export function anyOf(words: readonly string[]): string {
  return `\\b(?:${words.map(escaped).join('|')})\\b`;
}

function escaped(word: string): string {
  return word.replace(/[$.]/g, '\\$&');
}

function same(a: Alias, b: Alias): boolean {
  return a.name === b.name && a.from === b.from;
}

/** What a chain stands for at an offset once every alias in it has been followed. */
export function followed(chain: string, at: number, aliases: readonly Alias[], depth = 4): string {
  const [, head = '', rest = ''] = /^([\p{L}\p{N}_$]+)(.*)$/su.exec(chain) ?? [];
  const alias = aliasAt(head, at, aliases);
  if (!alias || depth === 0) return chain;
  return followed(alias.chain, alias.from - 1, aliases, depth - 1) + rest;
}

/** The alias that a name is at an offset: the last one declared before it whose function holds it. */
export function aliasAt(name: string, at: number, aliases: readonly Alias[]): Alias | undefined {
  return aliases.findLast((each) => each.name === name && each.from <= at && at < each.to);
}

function boundPairs(node: SyntaxNode): readonly (readonly [string, string])[] {
  const left = node.field('left') ?? node.field('name');
  const right = node.field('right') ?? node.field('value');
  if (!left || !right) return [];
  if (left.kind() === 'object_pattern') return destructured(left, right.text());
  const names = node.fieldChildren('name').length > 1 ? node.fieldChildren('name') : listed(left);
  const values = listed(right);
  if (names.length !== values.length) return [];
  return names.map((name, index) => [name.text(), values[index]?.text() ?? ''] as const);
}

function listed(node: SyntaxNode): readonly SyntaxNode[] {
  if (!/^(?:expression_list|pattern_list|tuple)$/.test(String(node.kind()))) return [node];
  return node.children().filter((child) => child.isNamed());
}

function destructured(pattern: SyntaxNode, object: string): readonly (readonly [string, string])[] {
  return pattern
    .children()
    .filter((child) => child.isNamed())
    .flatMap((child) => {
      if (child.kind() === 'shorthand_property_identifier_pattern') {
        return [[child.text(), `${object}.${child.text()}`] as const];
      }
      const [key, value] = [child.field('key')?.text(), child.field('value')?.text()];
      return key !== undefined && value !== undefined ? [[value, `${object}.${key}`] as const] : [];
    });
}
