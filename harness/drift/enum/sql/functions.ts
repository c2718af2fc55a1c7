import type { FuncCall } from 'libpg-query';
import { stringsOf } from '../catalogue/catalogue.ts';
import { TEXT } from '../catalogue/sql-type.ts';
import { arrayOf, assign, elementOf, nameOf, other } from './coercion.ts';
import type { Facts } from './facts.ts';
import type { Typed } from './typed.ts';

/** Functions of text arguments only: an enum in the first place is refused by PostgreSQL. */
const TEXT_ONLY = new Set(
  'lower upper initcap btrim ltrim rtrim replace split_part substring left right regexp_replace'.split(' '),
);
const TEXT_RESULT = new Set(
  'concat concat_ws format to_char md5 string_agg quote_literal quote_ident quote_nullable current_setting jsonb_extract_path_text json_extract_path_text'.split(
    ' ',
  ),
);
/** Functions that give back what their first argument is. */
const SAME_TYPE = new Set(
  'min max lag lead first_value last_value nth_value any_value mode array_append'.split(' '),
);
/** Case and blanks aside, the result still holds the enum's values. */
const KEEPS_ORIGIN = new Set(['lower', 'btrim']);

/** The type of a call from the types of its arguments; unknown functions make no claim. */
export function functionResult(facts: Facts, call: FuncCall, args: readonly Typed[], at: number): Typed {
  const name = stringsOf(call.funcname).at(-1) ?? '';
  const first = args[0];
  if (TEXT_ONLY.has(name)) return textFunction(facts, name, first, at);
  if (TEXT_RESULT.has(name)) return { type: TEXT, leaves: [], at };
  if (!first) return other(at);
  if (name === 'unnest') return { ...elementOf(first), at };
  if (name === 'array_agg') return arrayOf(first, at);
  if (name === 'enum_range') return arrayOf({ ...first, leaves: [] }, at);
  if (name === 'enum_first' || name === 'enum_last') return { ...first, leaves: [], at };
  alignArguments(facts, name, args);
  return SAME_TYPE.has(name) ? { ...first, at } : other(at);
}

function textFunction(facts: Facts, name: string, first: Typed | undefined, at: number): Typed {
  if (first?.type.kind === 'enum' && !first.type.soft) {
    const message = `function ${name}(${nameOf(first.type)}) does not exist`;
    facts.faults.push({ enum: first.type.of, message, start: at });
  }
  const origin = KEEPS_ORIGIN.has(name) ? first?.origin : undefined;
  return { type: TEXT, leaves: [], at, ...(origin && { origin }) };
}

/** `lag(x, n, default)`, `array_append(xs, x)` and their like take values of the first argument's type. */
function alignArguments(facts: Facts, name: string, args: readonly Typed[]): void {
  const first = args[0];
  if (first?.type.kind !== 'enum') return;
  const partner = { lag: 2, lead: 2, array_append: 1, array_remove: 1, array_position: 1 }[name];
  const value = partner === undefined ? undefined : args[partner];
  if (value) assign(facts, value, { ...first.type, array: false });
}
