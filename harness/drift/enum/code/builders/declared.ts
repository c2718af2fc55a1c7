import { type Catalogue, lookUp } from '../../catalogue/catalogue.ts';
import type { EnumType } from '../../catalogue/sql-type.ts';
import type { ScopedBinding } from '../binders.ts';
import type { StatementText } from '../code-facts.ts';
import type { Expr } from '../expr.ts';
import type { FileIndex } from '../file-index.ts';
import type { Program } from '../program.ts';
import { type Value, valuesOf } from '../values.ts';

/** A label of an enum as code declares it for its mapper. */
export interface DeclaredLabel {
  readonly enum: EnumType;
  readonly value: Value;
  readonly statement: StatementText;
}

/** `pgEnum('st', ['new'])`, `Enum('new', name='st')` and `Enum(St, name='st')`, of which the database gets the names. */
export function declaredLists(
  program: Program,
  catalogue: Catalogue,
  index: FileIndex,
): readonly DeclaredLabel[] {
  return index.nodes(index.language.callKinds, '(?i)enum\\(').flatMap((node) => {
    const call = index.lower(node);
    if (call.kind !== 'call' || !/(?:^|\.)(?:pgEnum|ENUM|Enum)$/.test(call.callee)) return [];
    const { file, start, end } = call;
    const statement = { file, start, end, sql: file.text.slice(start, end) };
    const { name, labels } = call.callee.endsWith('pgEnum')
      ? drizzle(program, call.args)
      : mapped(program, index, call.args);
    const type = name === undefined ? undefined : lookUp(catalogue.enums, name.split('.'));
    return type ? labels.map((value) => ({ enum: type, value, statement })) : [];
  });
}

interface Declared {
  readonly name: string | undefined;
  readonly labels: readonly Value[];
}

function drizzle(program: Program, [name, list]: readonly Expr[]): Declared {
  return { name: textOf(program, name), labels: list ? valuesOf(program, list).values : [] };
}

function mapped(program: Program, index: FileIndex, args: readonly Expr[]): Declared {
  const last = args.at(-1);
  const options = last?.kind === 'record' ? last.entries : [];
  const option = (key: string) => options.find((each) => each.key === key)?.value;
  const name = textOf(program, option('name'));
  const given = args.filter((arg) => arg !== last || arg.kind !== 'record');
  const [first] = given;
  const isMade = /native_enum\s*=\s*False|values_callable/.test(
    last?.file.text.slice(last.start, last.end) ?? '',
  );
  if (isMade || !first) return { name, labels: [] };
  if (first.kind !== 'name') return { name, labels: given.flatMap((arg) => valuesOf(program, arg).values) };
  return { name, labels: membersOf(program, index, first.name).map(nameOf) };
}

function textOf(program: Program, expr: Expr | undefined): string | undefined {
  return expr && valuesOf(program, expr).values[0]?.value;
}

/** The members of an enum class: SQLAlchemy hands over their names unless it is told otherwise. */
function membersOf(program: Program, index: FileIndex, owner: string): readonly ScopedBinding[] {
  const holders = program.holding(owner, index.file.language);
  const files = holders.filter(({ text }) => text.includes(`class ${owner}`));
  return files
    .flatMap((file) => program.index(file)?.topBindings() ?? [])
    .filter((each) => each.owner === owner);
}

function nameOf({ name, file, at }: ScopedBinding): Value {
  return { value: name, file, start: at, end: at + name.length };
}
