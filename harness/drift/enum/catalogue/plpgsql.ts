/** A piece of a PL/pgSQL body that PostgreSQL would hand to its SQL parser. `at` is its offset in the body. */
export interface BodyPiece {
  readonly kind: 'statement' | 'expression' | 'execute' | 'declare';
  readonly sql: string;
  readonly at: number;
  /** The variable or field that receives an expression, such as `NEW.status`. */
  readonly target?: string;
}

/**
 * Takes a PL/pgSQL body apart by its own keywords. PostgreSQL's PL/pgSQL parser refuses bodies whose tables and
 * trigger variables it cannot see, so it cannot be asked about a body in a file.
 */
export function bodyPieces(body: string): readonly BodyPiece[] {
  return segments(body).flatMap((segment) => piecesOf(segment));
}

interface Token {
  readonly text: string;
  readonly at: number;
}

const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?\*\/|(?:[eE])?'(?:[^'\\]|''|\\[\s\S])*'|\$(\w*)\$[\s\S]*?\$\1\$|"(?:[^"]|"")*"|\w+(?:\.\w+)*|:=|\S/g;

function segments(body: string): readonly Segment[] {
  const found: Segment[] = [];
  let tokens: Token[] = [];
  let declaring = false;
  for (const match of body.matchAll(TOKEN)) {
    if (/^(?:--|\/\*)/.test(match[0])) continue;
    if (match[0] === ';') {
      if (/^declare$/i.test(tokens[0]?.text ?? '')) declaring = true;
      if (/^begin$/i.test(tokens[0]?.text ?? '')) declaring = false;
      found.push({ body, tokens, declaring });
      tokens = [];
    } else tokens.push({ text: match[0], at: match.index });
  }
  return tokens.length > 0 ? [...found, { body, tokens, declaring }] : found;
}

interface Segment {
  readonly body: string;
  readonly tokens: readonly Token[];
  readonly declaring: boolean;
}

function piecesOf(segment: Segment): readonly BodyPiece[] {
  const first = segment.tokens[0]?.text.toUpperCase();
  switch (first) {
    case undefined:
      return [];
    case 'BEGIN':
    case 'ELSE':
    case 'LOOP':
    case 'EXCEPTION':
      return piecesOf(rest(segment, 1));
    case 'DECLARE':
      return piecesOf({ ...rest(segment, 1), declaring: true });
    case 'IF':
    case 'ELSIF':
    case 'ELSEIF':
    case 'WHEN':
      return guarded(segment, 'THEN');
    case 'WHILE':
      return guarded(segment, 'LOOP');
    case 'FOR':
      return loop(segment);
    case 'EXECUTE':
      return [piece(rest(segment, 1), 'execute')];
    case 'PERFORM':
      return [{ ...piece(rest(segment, 1), 'expression') }];
    case 'RETURN':
      return returned(segment);
    case 'END':
    case 'RAISE':
    case 'NULL':
    case 'GET':
    case 'EXIT':
    case 'CONTINUE':
      return [];
    default:
      return segment.declaring ? [piece(segment, 'declare')] : [assignment(segment) ?? statement(segment)];
  }
}

/** A condition up to its keyword, then whatever follows the keyword; CASE … END inside the condition has THENs of its own. */
function guarded(segment: Segment, keyword: string): readonly BodyPiece[] {
  let depth = 0;
  const at = segment.tokens.findIndex(({ text }, index) => {
    const word = text.toUpperCase();
    if (index > 0 && word === 'CASE') depth += 1;
    if (word === 'END') depth -= 1;
    return index > 0 && depth === 0 && word === keyword;
  });
  if (at === -1) return [];
  const condition = { ...segment, tokens: segment.tokens.slice(1, at) };
  const isHandler = /^when$/i.test(segment.tokens[0]?.text ?? '') && condition.tokens.length <= 1;
  return [...(isHandler ? [] : [piece(condition, 'expression')]), ...piecesOf(rest(segment, at + 1))];
}

function loop(segment: Segment): readonly BodyPiece[] {
  const from = segment.tokens.findIndex(({ text }) => /^in$/i.test(text));
  const to = segment.tokens.findIndex(({ text }) => /^loop$/i.test(text));
  if (from === -1 || to === -1) return [];
  const source = { ...segment, tokens: segment.tokens.slice(from + 1, to) };
  const query = /^(?:select|with|insert|update|delete|\()$/i.test(source.tokens[0]?.text ?? '');
  return [...(query ? [statement(source)] : []), ...piecesOf(rest(segment, to + 1))];
}

function returned(segment: Segment): readonly BodyPiece[] {
  const next = segment.tokens[1]?.text.toUpperCase();
  if (next === 'QUERY') return [statement(rest(segment, 2))];
  return next === undefined || next === 'NEXT' ? [] : [piece(rest(segment, 1), 'expression')];
}

function assignment(segment: Segment): BodyPiece | undefined {
  const [target, sign] = segment.tokens;
  if (!target || (sign?.text !== ':=' && sign?.text !== '=')) return undefined;
  return { ...piece(rest(segment, 2), 'expression'), target: target.text };
}

/** A statement with its `INTO variable` blanked out, since plain SQL knows it only in SELECT. */
function statement(segment: Segment): BodyPiece {
  const whole = piece(segment, 'statement');
  const into = /(\breturning\b[\s\S]*?)(\binto\s+(?:strict\s+)?[\w.]+(?:\s*,\s*[\w.]+)*)/i;
  return {
    ...whole,
    sql: whole.sql.replace(into, (_, kept: string, gone: string) => kept + ' '.repeat(gone.length)),
  };
}

function rest(segment: Segment, count: number): Segment {
  return { ...segment, tokens: segment.tokens.slice(count) };
}

function piece(segment: Segment, kind: BodyPiece['kind']): BodyPiece {
  const first = segment.tokens[0];
  const last = segment.tokens.at(-1);
  const at = first?.at ?? 0;
  return { kind, sql: segment.body.slice(at, last ? last.at + last.text.length : at), at };
}
