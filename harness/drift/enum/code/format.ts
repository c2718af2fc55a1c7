import type { Expr, Run } from './expr.ts';
import { type Part, sliceOf, type Text } from './text.ts';

type Format = Extract<Expr, { kind: 'format' }>;
export type FormatPiece = Part | { readonly kind: 'argument'; readonly expr: Expr };

const VERBS = {
  printf: /%(?:\[(\d+)\])?(?:\((\w+)\))?[-+# 0]*\d*(?:\.\d+)?([a-zA-Z%])/g,
  brace: /\{(\d*)(?::[^{}]*)?\}|\{([A-Za-z_]\w*)(?:[:!][^{}]*)?\}|\{\{|\}\}/g,
} as const;
const ESCAPED: Readonly<Record<string, string>> = { '%%': '%', '{{': '{', '}}': '}' };

/** Takes a format text apart into what it says and the arguments that go between. */
export function formatPieces(template: Text, format: Format): readonly FormatPiece[] {
  const ordinal = { next: 0 };
  return template.flatMap((part) => (part.kind === 'hole' ? [part] : runPieces(part.run, format, ordinal)));
}

function runPieces(run: Run, format: Format, ordinal: { next: number }): readonly FormatPiece[] {
  const pieces: FormatPiece[] = [];
  let from = 0;
  for (const match of run.text.matchAll(VERBS[format.style])) {
    const end = match.index + match[0].length;
    pieces.push(sliceOf(run, from, match.index), verbPiece(run, format, match, ordinal));
    from = end;
  }
  return [...pieces, sliceOf(run, from, run.text.length)];
}

function verbPiece(run: Run, format: Format, match: RegExpExecArray, ordinal: { next: number }): FormatPiece {
  const escaped = ESCAPED[match[0]];
  if (escaped !== undefined) {
    const part = sliceOf(run, match.index, match.index + 1);
    return part.kind === 'run' ? { kind: 'run', run: { ...part.run, text: escaped, verbatim: false } } : part;
  }
  const found = argument(format, match, ordinal);
  return found ? { kind: 'argument', expr: found } : { kind: 'hole', expr: format };
}

function argument(format: Format, match: RegExpExecArray, ordinal: { next: number }): Expr | undefined {
  const [, place, name] = match;
  if (name !== undefined) {
    const entries = format.args.flatMap((arg) => (arg.kind === 'record' ? arg.entries : []));
    return entries.find(({ key }) => key === name)?.value;
  }
  if (place) return format.args[Number(place) - (format.style === 'printf' ? 1 : 0)];
  ordinal.next += 1;
  return format.args[ordinal.next - 1];
}
