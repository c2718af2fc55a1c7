import type { SourceFile } from '../../support/source-file.ts';
import { type SyntaxNode, spanOf } from '../../support/syntax.ts';
import type { ScopedBinding } from './binders.ts';
import { withinBudget } from './budget.ts';
import { type OtherClient, otherClient } from './clients.ts';
import { comparing } from './comparing.ts';
import type { Expr, Span } from './expr.ts';
import type { FileIndex } from './file-index.ts';
import type { Program } from './program.ts';
import { type CallSite, callSites } from './sites.ts';
import type { Text } from './text.ts';
import { JOINS, SAME_TEXT, textsOf, textsOfBinding } from './texts.ts';

/** A text in code that may be SQL, in every form that the code can give it, and where it is run. */
export interface CodeText extends Span {
  readonly texts: readonly Text[];
  /** Set where the client of another database takes it. */
  readonly client?: OtherClient;
  /** Set where finding out what the text can be takes more steps than a statement has. */
  readonly isEndless?: true;
  sites(): readonly CallSite[];
}

const VERBS = 'select|insert|update|delete|merge|with|values|explain|prepare|declare|copy|do|create|alter';
const LEAD = '(?:\\s|\\\\n|\\\\t|--[^\\n]*\\n|/\\*(?:[^*]|\\*(?!/))*\\*/|\\()*';
const BEGINS = new RegExp(`^${LEAD}(?:${VERBS})\\b`, 'i');
const QUOTED_SQL = new RegExp(`["'\`]${LEAD}(?:${VERBS})\\s`, 'i');
/** A text that opens with a word of no statement and compares nothing, so that it is no clause of one either. */
const PROSE = new RegExp(
  `^[a-z]{0,3}["'\`]+${LEAD}(?!(?:${VERBS})\\b)[a-z](?![\\s\\S]*(?:=|<>|\\b(?:in|between|distinct|when)\\b))`,
  'i',
);
const CLAUSE = /\b(?:where|and|or|set|in|when|then|from|into|update)\b/i;

/** True for a text that begins as SQL does. */
export function beginsAsSql(text: string): boolean {
  return BEGINS.test(text);
}

/** True for a file in which a text may begin as SQL does, or carry on a statement about one of `words`. */
export function mayHoldSql(text: string, words: string): boolean {
  if (QUOTED_SQL.test(text)) return true;
  const mention = new RegExp(`\\b(?:${words})\\b`, 'i');
  const compares = comparing(words, "[\\s(]*'");
  return text
    .split('\n')
    .flatMap((line) => {
      const quote = line.search(/["'`]/);
      return quote === -1 ? [] : line.slice(quote).split(/["`]/);
    })
    .some((piece) => {
      const clause = CLAUSE.exec(piece);
      const isClause = clause && mention.test(piece.slice(clause.index + clause[0].length));
      return isClause || (piece.includes("'") && compares.test(piece));
    });
}

/** Finds every text of a file that begins as SQL does or holds one of `words` (a pattern). */
export function codeTexts(program: Program, file: SourceFile, words: string): readonly CodeText[] {
  const index = program.index(file);
  return index ? textNodes(index, words).map((found) => codeText(program, index, found)) : [];
}

/** The largest expression that is still one text, and the name that it is assigned to. */
interface TextNode {
  readonly node: SyntaxNode;
  readonly binding: ScopedBinding | undefined;
}

const FOUND = new WeakMap<FileIndex, Map<string, readonly TextNode[]>>();

/** Depends on the file alone, so that it is found once for as long as the index is kept. */
function textNodes(index: FileIndex, words: string): readonly TextNode[] {
  const known = FOUND.get(index) ?? new Map<string, readonly TextNode[]>();
  FOUND.set(index, known);
  const found = known.get(words) ?? findTextNodes(index, words);
  known.set(words, found);
  return found;
}

function findTextNodes(index: FileIndex, words: string): readonly TextNode[] {
  const pattern = new RegExp(`^[a-z]{0,3}["'\`]+${LEAD}(?:${VERBS})\\b|\\b(?:${words})\\b`, 'i');
  const seen = new Set<string>();
  const tops = new Map<number, SyntaxNode>();
  return index.nodes(index.language.stringKinds).flatMap((node) => {
    const written = spanOf(node);
    if (!pattern.test(index.file.text.slice(written.start, written.end))) return [];
    const top = wholeText(index, node, tops);
    const { start, end } = spanOf(top);
    const key = `${start}:${end}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const isProse = start === written.start && PROSE.test(index.file.text.slice(start, end));
    const binding = boundTo(index, top);
    return isProse && binding?.how !== 'append' ? [] : [{ node: top, binding }];
  });
}

function codeText(program: Program, index: FileIndex, { node, binding }: TextNode): CodeText {
  const expr = index.lower(node);
  const client = otherClient(index, node);
  const texts = withinBudget(program, () =>
    binding ? grown(program, index, binding) : textsOf(program, expr),
  );
  let sites: readonly CallSite[] | undefined;
  return {
    ...(client && { client }),
    file: index.file,
    start: expr.start,
    end: expr.end,
    texts: texts ?? [],
    ...(!texts && { isEndless: true }),
    sites: () => {
      sites ??= callSites(program, index, node, binding);
      return sites;
    },
  };
}

function grown(program: Program, index: FileIndex, binding: ScopedBinding): readonly Text[] {
  const siblings = index.bindingsOf(binding.name, binding.scope);
  return textsOfBinding(program, binding, siblings);
}

/** The name that a text is assigned to, if it is: the declaration stands a few levels above. */
function boundTo(index: FileIndex, node: SyntaxNode): ScopedBinding | undefined {
  const { start, end } = spanOf(node);
  let above = node.parent();
  for (let level = 0; above && level < 4; level += 1) {
    const kind = String(above.kind());
    const isCall = index.language.callKinds.includes(kind);
    if (isCall && String(above.parent()?.kind()) !== 'expression_statement') return undefined;
    if (!isCall && index.language.bindingKinds.includes(kind)) break;
    above = above.parent();
  }
  if (!above) return undefined;
  const own = index
    .bindingsAt(above)
    .find(
      ({ how, valueSpan }) =>
        (how === 'set' || (how === 'append' && String(above?.kind()) === 'expression_statement')) &&
        valueSpan?.start === start &&
        valueSpan.end === end,
    );
  return own;
}

/** Climbs from a literal to the largest expression that is still one text; `tops` knows those of nodes passed before. */
function wholeText(index: FileIndex, node: SyntaxNode, tops: Map<number, SyntaxNode>): SyntaxNode {
  const passed: number[] = [];
  let top = node;
  for (let next: SyntaxNode | undefined = node; next; next = larger(index, top)) {
    top = next;
    const known = tops.get(top.id());
    if (known) {
      top = known;
      break;
    }
    passed.push(top.id());
  }
  for (const id of passed) tops.set(id, top);
  return top;
}

function larger(index: FileIndex, node: SyntaxNode): SyntaxNode | undefined {
  const parent = node.parent();
  if (!parent) return undefined;
  if (index.language.textParents.includes(String(parent.kind()))) {
    const isSum = parent.field('operator')?.text() === '+';
    return !isSum && index.lower(parent).kind === 'opaque' ? undefined : parent;
  }
  const start = spanOf(node).start;
  return callAbove(index, parent).find((call) => carriesOn(index.lower(call), start));
}

/** The nearest call around a node, a few levels up: joined lists put some levels between. */
function callAbove(index: FileIndex, from: SyntaxNode): readonly SyntaxNode[] {
  let node: SyntaxNode | null = from;
  for (let level = 0; node && level < 5; level += 1) {
    if (index.language.callKinds.includes(String(node.kind()))) return [node];
    node = node.parent();
  }
  return [];
}

/** A call that formats or merely wraps the text that starts at `start`. */
function carriesOn(call: Expr, start: number): boolean {
  if (call.kind === 'format') return call.template.start === start;
  if (call.kind === 'call' && JOINS.test(call.callee)) {
    return call.args.some((arg) => arg.kind === 'list' && arg.items.some((item) => item.start === start));
  }
  const alone = call.kind === 'call' && call.args.length === 1;
  return alone && SAME_TEXT.test(call.callee) && call.args[0]?.start === start;
}
