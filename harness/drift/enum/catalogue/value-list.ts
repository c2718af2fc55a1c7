import type { A_Expr, Node } from 'libpg-query';
import type { Place } from '../../support/finding.ts';
import { stringsOf } from './catalogue.ts';
import type { EnumType } from './sql-type.ts';

/** The column whose values a condition lists, as `x IN ('a', 'b')` does, alone or among other conditions. */
export interface ValueList {
  readonly column: string;
  readonly values: readonly string[];
}

/** Reads the condition of a CHECK constraint; NULL may be allowed beside the list, nothing else. */
export function valueList(node: Node | undefined): ValueList | undefined {
  if (!node) return undefined;
  if ('A_Expr' in node) return listed(node.A_Expr);
  if (!('BoolExpr' in node)) return undefined;
  const { boolop, args } = node.BoolExpr;
  if (boolop === 'AND_EXPR') return args?.map(valueList).find((each) => each !== undefined);
  const others = boolop === 'OR_EXPR' ? args?.filter((each) => !('NullTest' in each)) : undefined;
  return others?.length === 1 ? valueList(others[0]) : undefined;
}

function listed({ kind, name, lexpr, rexpr }: A_Expr): ValueList | undefined {
  const column = columnIn(lexpr);
  const isList = kind === 'AEXPR_IN' || kind === 'AEXPR_OP_ANY' || kind === 'AEXPR_OP';
  if (column === undefined || !isList || stringsOf(name).at(-1) !== '=' || !rexpr) return undefined;
  const values = valuesIn(rexpr);
  return values && { column, values };
}

function columnIn(node: Node | undefined): string | undefined {
  if (node && 'TypeCast' in node) return columnIn(node.TypeCast.arg);
  return node && 'ColumnRef' in node ? stringsOf(node.ColumnRef.fields).at(-1) : undefined;
}

function valuesIn(node: Node): readonly string[] | undefined {
  if ('TypeCast' in node) return node.TypeCast.arg && valuesIn(node.TypeCast.arg);
  if ('A_Const' in node) return node.A_Const.sval ? [node.A_Const.sval.sval ?? ''] : undefined;
  const items =
    'List' in node ? node.List.items : 'A_ArrayExpr' in node ? node.A_ArrayExpr.elements : undefined;
  const found = items?.map(valuesIn);
  return found?.every((each) => each !== undefined) ? found.flatMap((each) => each ?? []) : undefined;
}

/** A list of values under the name of its column or domain. */
export function listType(name: string, values: readonly string[], declaredAt: Place): EnumType {
  return { name, values: values.map((value) => ({ value, declaredAt })), declaredAt, isList: true };
}
