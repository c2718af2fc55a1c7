import type { SourceFile } from '../../../support/source-file.ts';
import { type Catalogue, lookUp } from '../../catalogue/catalogue.ts';
import type { EnumType } from '../../catalogue/sql-type.ts';
import type { Span } from '../expr.ts';

/** A default that the tag of a struct's field gives to a column of an enum. */
export interface TagDefault extends Span {
  readonly enum: EnumType;
  readonly value: string;
}

const TAG = /\b(?:gorm|bun):"((?:[^"\\]|\\.)*)"/g;

/** Reads `gorm:"type:st;default:new"` and `bun:"type:st,default:'new'"`. */
export function tagDefaults(catalogue: Catalogue, file: SourceFile): readonly TagDefault[] {
  return [...file.text.matchAll(TAG)].flatMap((tag) => {
    const inside = tag[1] ?? '';
    const type = lookUp(catalogue.enums, (/\btype:([\w.]+)/.exec(inside)?.[1] ?? '').split('.'));
    const preset = /\bdefault:'?([^;,']+)/.exec(inside);
    const value = preset?.[1];
    if (!type || !preset || value === undefined || /^null$/i.test(value)) return [];
    const start = tag.index + tag[0].indexOf(inside) + preset.index + preset[0].length - value.length;
    return [{ file, start, end: start + value.length, enum: type, value }];
  });
}
