import type { CreateFunctionStmt, DefElem, Node } from 'libpg-query';
import type { SourceFile } from '../../support/source-file.ts';
import { type Catalogue, keyOf, type Routine, stringsOf, typeNamed } from './catalogue.ts';
import type { SqlType } from './sql-type.ts';

/** Notes a function, procedure or trigger for the reading at the end; answers the body of a DO block at once. */
export function applyRoutineStatement(
  catalogue: Catalogue,
  file: SourceFile,
  node: Node,
  start: number,
): { readonly handled: boolean; readonly block?: Routine } {
  if ('CreateFunctionStmt' in node) {
    const routine = defined(catalogue, file, node.CreateFunctionStmt, start);
    if (routine) catalogue.routines.set(routine.name, routine);
    return { handled: true };
  }
  if ('CreateTrigStmt' in node) {
    const { funcname, relation } = node.CreateTrigStmt;
    const table = relation?.schemaname
      ? [relation.schemaname, relation.relname ?? '']
      : [relation?.relname ?? ''];
    catalogue.triggers.set(keyOf(stringsOf(funcname)), keyOf(table));
    return { handled: true };
  }
  if (!('DoStmt' in node)) return { handled: false };
  const block = fromOptions(file, node.DoStmt.args, start, '', new Map());
  return { handled: true, ...(block && { block }) };
}

function defined(
  catalogue: Catalogue,
  file: SourceFile,
  node: CreateFunctionStmt,
  start: number,
): Routine | undefined {
  const variables = new Map<string, SqlType>();
  for (const parameter of node.parameters ?? []) {
    if (!('FunctionParameter' in parameter)) continue;
    const { name, argType } = parameter.FunctionParameter;
    if (name) variables.set(name, typeNamed(catalogue, argType));
  }
  return fromOptions(file, node.options, start, keyOf(stringsOf(node.funcname)), variables);
}

function fromOptions(
  file: SourceFile,
  options: readonly Node[] | undefined,
  start: number,
  name: string,
  variables: ReadonlyMap<string, SqlType>,
): Routine | undefined {
  const elements = (options ?? []).flatMap((node) => ('DefElem' in node ? [node.DefElem] : []));
  const body = textOf(elements.find(({ defname }) => defname === 'as'));
  const language = textOf(elements.find(({ defname }) => defname === 'language')) ?? 'plpgsql';
  if (body === undefined) return undefined;
  const at = file.text.indexOf(body, start);
  return { name, body, language: language.toLowerCase(), bodyAt: at === -1 ? start : at, file, variables };
}

function textOf(element: DefElem | undefined): string | undefined {
  const value = element?.arg;
  if (value && 'String' in value) return value.String.sval ?? '';
  if (value && 'List' in value) return stringsOf(value.List.items)[0];
  return undefined;
}
