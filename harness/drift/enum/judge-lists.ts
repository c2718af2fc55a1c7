import type { DriftFinding } from '../support/finding.ts';
import type { EnumType } from './catalogue/sql-type.ts';
import type { FoundConstants } from './constants.ts';
import { findingAbout, findingAt, quotedList } from './findings.ts';
import { lineAt } from './judge-uses.ts';
import type { WireValue } from './wire.ts';

/** One list of constants against the enum that it mirrors. */
export function constantDrift(
  type: EnumType,
  list: FoundConstants,
  match: 'equal' | 'subset',
): readonly DriftFinding[] {
  const declared = type.values.map(({ value }) => value);
  const listed = new Set(list.values.map(({ value }) => value));
  const missing = match === 'equal' ? declared.filter((value) => !listed.has(value)) : [];
  const extra = list.values.filter(({ value }) => !declared.includes(value));
  const lacks = missing.length === 0 ? '' : ` It lacks ${quotedList(missing)}.`;
  if (extra.length === 0 && missing.length === 0) return [];
  if (extra.length === 0) {
    const message = `${list.name} differs from ${type.name}.${lacks}`;
    return [
      findingAt('constants', list, {
        statement: lineAt(list.file, list.start),
        value: missing.join(', '),
        message,
      }),
    ];
  }
  return extra.map((each, index) =>
    findingAt('constants', each, {
      statement: lineAt(each.file, each.start),
      value: each.value,
      message: `${list.name} has '${each.value}', which ${type.name} does not have.${index === 0 ? lacks : ''}`,
    }),
  );
}

/** The enum of a live database against what the migrations declare. */
export function liveDrift(type: EnumType, live: readonly string[] | undefined): readonly DriftFinding[] {
  const declared = type.values.map(({ value }) => value);
  const about = (value: string, message: string, severity?: 'warning') =>
    findingAbout('live', type, {
      statement: `enum_range(NULL::${type.name})`,
      value,
      message,
      ...(severity && { severity }),
    });
  if (!live) return [about(type.name, `The live database has no enum ${type.name}.`)];
  const missing = declared.filter((value) => !live.includes(value));
  const extra = live.filter((value) => !declared.includes(value));
  const findings = [
    ...missing.map((value) =>
      about(value, `'${value}' is declared, but the live ${type.name} does not have it.`),
    ),
    ...extra.map((value) =>
      about(value, `The live ${type.name} has '${value}', which no migration declares.`),
    ),
  ];
  if (findings.length > 0 || declared.join('\0') === live.join('\0')) return findings;
  return [about(live.join(', '), `The live ${type.name} has the same values in another order.`, 'warning')];
}

/** Values seen in recorded exchanges that the enum does not have: one finding for each value. */
export function wireDrift(type: EnumType, seen: readonly WireValue[]): readonly DriftFinding[] {
  const declared = new Set(type.values.map(({ value }) => value));
  const strange = new Map(seen.filter(({ value }) => !declared.has(value)).map((each) => [each.value, each]));
  return [...strange.values()].map(({ file, offset, value, exchange }) =>
    findingAt(
      'wire',
      { file, start: offset },
      {
        statement: exchange,
        value,
        message: `'${value}' was recorded on the wire, but ${type.name} does not have it.`,
      },
    ),
  );
}
