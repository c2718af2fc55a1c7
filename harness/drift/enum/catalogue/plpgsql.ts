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
  let subject = '';
  for (const match of body.matchAll(TOKEN)) {
    if (/^(?:--|\/\*)/.test(match[0])) continue;
    if (match[0] === ';') {
      if (/^declare$/i.test(tokens[0]?.text ?? '')) declaring = true;
      if (/^begin$/i.test(tokens[0]?.text ?? '')) declaring = false;
      subject = caseSubject(body, tokens) ?? subject;
      found.push({ body, tokens, declaring, subject });
      tokens = [];
    } else tokens.push({ text: match[0], at: match.index });
  }
  return tokens.length > 0 ? [...found, { body, tokens, declaring, subject }] : found;
}

interface Segment {
  readonly body: string;
  readonly tokens: readonly Token[];
  readonly declaring: boolean;
  /** What the nearest CASE statement compares, empty for one with conditions. */
  readonly subject: string;
}

/** The subject of a CASE statement that begins in `tokens`, or nothing when none does. */
function caseSubject(body: string, tokens: readonly Token[]): string | undefined {
  const at = tokens.findIndex(
    ({ text }, index) => /^case$/i.test(text) && startsStatement(tokens[index - 1]),
  );
  const to = tokens.findIndex(({ text }, index) => index > at && /^when$/i.test(text));
  const [first, last] = [tokens[at + 1], tokens[to - 1]];
  if (at === -1 || to === -1 || !first || !last) return undefined;
  return to === at + 1 ? '' : body.slice(first.at, last.at + last.text.length);
}

function startsStatement(before: Token | undefined): boolean {
  return before === undefined || /^(?:begin|then|else|loop)$/i.test(before.text);
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
    case 'CASE':
      return piecesOf(
        rest(
          segment,
          segment.tokens.findIndex(({ text }) => /^when$/i.test(text)),
        ),
      );
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
  const isBranch = segment.subject !== '' && /^when$/i.test(segment.tokens[0]?.text ?? '');
  const guard = isBranch
    ? compared(segment.subject, piece(condition, 'expression'))
    : piece(condition, 'expression');
  return [...(isHandler && !isBranch ? [] : [guard]), ...piecesOf(rest(segment, at + 1))];
}

/** `CASE x WHEN 'a'` asks whether `x = 'a'`. */
function compared(subject: string, branch: BodyPiece): BodyPiece {
  const lead = `${subject} IN (`;
  return { ...branch, sql: `${lead}${branch.sql})`, at: branch.at - lead.length };
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
