import { NANOSECONDS, type Quantity } from './quantity.ts';

/** Looks up the value of another name that an expression mentions. */
export type Lookup = (name: string) => Quantity | undefined;

const TOKEN =
  /\s*(?:((?:0[xX][\da-fA-F_]+|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+)n?)|([\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*)|(\*\*|[-+*/%(),=]))/uy;

const GO_UNITS: Readonly<Record<string, number>> = {
  'time.Nanosecond': NANOSECONDS.ns,
  'time.Microsecond': NANOSECONDS.us,
  'time.Millisecond': NANOSECONDS.ms,
  'time.Second': NANOSECONDS.s,
  'time.Minute': NANOSECONDS.min,
  'time.Hour': NANOSECONDS.h,
};

const TIMEDELTA: Readonly<Record<string, number>> = {
  microseconds: NANOSECONDS.us,
  milliseconds: NANOSECONDS.ms,
  seconds: NANOSECONDS.s,
  minutes: NANOSECONDS.min,
  hours: NANOSECONDS.h,
  days: 24 * NANOSECONDS.h,
};

/** Conversions that leave the value as it is. */
const CONVERSIONS =
  /^(?:time\.Duration|int|int32|int64|uint\w*|float\w*|Number|BigInt|Math\.(?:round|floor|trunc))$/;

/** Works out a constant expression of Go, TypeScript or Python; nothing when it holds anything else. */
export function evaluate(expression: string, lookup: Lookup): Quantity | undefined {
  const tokens = tokenize(expression.replace(/\s+(?:as\s+const|satisfies\s+\w+|as\s+\w+)\s*$/, ''));
  if (!tokens) return undefined;
  const reader = { tokens, at: 0, lookup };
  const value = sum(reader);
  return reader.at === tokens.length ? value : undefined;
}

interface Reader {
  readonly tokens: readonly Token[];
  readonly lookup: Lookup;
  at: number;
}

type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'sign'; readonly sign: string };

function tokenize(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const trimmed = text.trim();
  for (let at = 0; at < trimmed.length; ) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(trimmed);
    if (!found) return undefined;
    at = TOKEN.lastIndex;
    const [, number, name, sign] = found;
    if (number !== undefined) tokens.push({ kind: 'number', value: Number(number.replace(/[_n]/g, '')) });
    else if (name !== undefined) tokens.push({ kind: 'name', name });
    else if (sign !== undefined) tokens.push({ kind: 'sign', sign });
  }
  return tokens;
}

function takeSign(reader: Reader, signs: readonly string[]): string | undefined {
  const token = reader.tokens[reader.at];
  if (token?.kind !== 'sign' || !signs.includes(token.sign)) return undefined;
  reader.at += 1;
  return token.sign;
}

function sum(reader: Reader): Quantity | undefined {
  let value = product(reader);
  for (let sign = takeSign(reader, ['+', '-']); sign; sign = takeSign(reader, ['+', '-'])) {
    const next = product(reader);
    if (!value || !next || value.kind !== next.kind) return undefined;
    value = {
      kind: value.kind,
      amount: sign === '+' ? value.amount + next.amount : value.amount - next.amount,
    };
  }
  return value;
}

function product(reader: Reader): Quantity | undefined {
  let value = power(reader);
  for (let sign = takeSign(reader, ['*', '/', '%']); sign; sign = takeSign(reader, ['*', '/', '%'])) {
    const next = power(reader);
    value = value && next && combine(value, sign, next);
  }
  return value;
}

function combine(a: Quantity, sign: string, b: Quantity): Quantity | undefined {
  if (sign === '*') {
    if (a.kind === 'time' && b.kind === 'time') return undefined;
    return { kind: a.kind === 'time' || b.kind === 'time' ? 'time' : 'number', amount: a.amount * b.amount };
  }
  if (b.amount === 0 || (a.kind === 'number' && b.kind === 'time')) return undefined;
  const amount = sign === '/' ? a.amount / b.amount : a.amount % b.amount;
  return { kind: a.kind === b.kind ? 'number' : a.kind, amount };
}

function power(reader: Reader): Quantity | undefined {
  const base = unary(reader);
  if (!takeSign(reader, ['**'])) return base;
  const exponent = power(reader);
  if (base?.kind !== 'number' || exponent?.kind !== 'number') return undefined;
  return { kind: 'number', amount: base.amount ** exponent.amount };
}

function unary(reader: Reader): Quantity | undefined {
  if (!takeSign(reader, ['-'])) return atom(reader);
  const value = unary(reader);
  return value && { kind: value.kind, amount: -value.amount };
}

function atom(reader: Reader): Quantity | undefined {
  if (takeSign(reader, ['('])) {
    const value = sum(reader);
    return takeSign(reader, [')']) ? value : undefined;
  }
  const token = reader.tokens[reader.at];
  reader.at += 1;
  if (token?.kind === 'number') return { kind: 'number', amount: token.value };
  if (token?.kind !== 'name') return undefined;
  if (takeSign(reader, ['('])) return called(reader, token.name);
  const unit = GO_UNITS[token.name];
  return unit === undefined ? reader.lookup(token.name) : { kind: 'time', amount: unit };
}

function called(reader: Reader, name: string): Quantity | undefined {
  if (/(?:^|\.)timedelta$/.test(name)) return timedelta(reader);
  const value = sum(reader);
  if (!takeSign(reader, [')'])) return undefined;
  return CONVERSIONS.test(name) ? value : undefined;
}

function timedelta(reader: Reader): Quantity | undefined {
  let amount = 0;
  do {
    const token = reader.tokens[reader.at];
    reader.at += 1;
    const unit = token?.kind === 'name' ? TIMEDELTA[token.name] : undefined;
    if (unit === undefined || !takeSign(reader, ['='])) return undefined;
    const value = sum(reader);
    if (value?.kind !== 'number') return undefined;
    amount += value.amount * unit;
  } while (takeSign(reader, [',']));
  return takeSign(reader, [')']) ? { kind: 'time', amount } : undefined;
}
