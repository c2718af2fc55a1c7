import { relative } from 'node:path';
import type { Import } from '../../canary/import/import.ts';
import type { Path, Remark } from '../../canary/import/remark.ts';
import { pathInWords, type Source } from '../../canary/import/source.ts';
import { ASSAY, quoted } from '../../support/command.ts';
import { counted } from '../../support/plural.ts';
import type { Planned } from './write.ts';

/** What there is to say of an import. */
export interface Told {
  readonly source: Source;
  readonly imported: Import;
  readonly planned: readonly Planned[];
  readonly isDryRun: boolean;
  readonly cwd: string;
  /** Folder of the canaries, as it was typed. */
  readonly out: string;
}

/** What was written, then what was not taken over, each with its place, and what comes next. */
export function renderImport(told: Told): string {
  const { imported, planned, out } = told;
  const remarks = remarksIn(imported);
  const next = [`Next: ${ASSAY} canary --canaries ${quoted(out)} --command '…'`];
  return `${[
    ...planned.map((each) => fileLine(each, told)),
    ...section('Refused, and not written:', remarks.filter(isOfRefused), told),
    ...section('Left out of what was written, which asks for less now:', remarks.filter(isLeftOut), told),
    ...sameSection('Judged differently:', remarks.filter(isDifferent), told),
    '',
    sumOf(told),
    ...(planned.length === 0 || told.isDryRun ? [] : next),
  ].join('\n')}\n`;
}

/** The same as a document. */
export function importAsJson({ source, imported, planned, isDryRun, cwd }: Told): object {
  return {
    formatVersion: 1,
    file: source.file,
    format: imported.format,
    dryRun: isDryRun,
    written: planned.map(({ file, standing }) => ({ file: relative(cwd, file), standing })),
    remarks: remarksIn(imported).map(({ kind, path, why, conversation }) => ({
      kind,
      ...source.placeOf(path),
      path: pathInWords(path),
      ...(conversation !== undefined && { conversation }),
      why,
    })),
  };
}

interface Placed extends Remark {
  readonly conversation?: string;
  /** Nothing of its conversation was written. */
  readonly isLost?: boolean;
}

function isOfRefused({ kind, isLost }: Placed): boolean {
  return kind === 'refused' || isLost === true;
}

function isLeftOut(remark: Placed): boolean {
  return remark.kind === 'left-out' && !isOfRefused(remark);
}

function isDifferent({ kind }: Placed): boolean {
  return kind === 'differs';
}

function remarksIn({ conversations, remarks }: Import): readonly Placed[] {
  const inside = conversations.flatMap((each) => {
    const isLost = each.draft === undefined;
    const told = each.remarks.filter(({ kind }) => !isLost || kind !== 'differs');
    return told.map((remark) => ({ ...remark, conversation: each.title, isLost }));
  });
  return once([...remarks, ...inside]);
}

/** What stands at the top of a file is told once, not for each conversation. */
function once(remarks: readonly Placed[]): readonly Placed[] {
  const keyOf = ({ kind, path, why }: Remark) => JSON.stringify([kind, path, why]);
  const first = new Map(remarks.toReversed().map((remark) => [keyOf(remark), remark]));
  return remarks.filter((remark) => first.get(keyOf(remark)) === remark);
}

const VERBS = { new: 'wrote', same: 'kept', outdated: 'renewed', changed: 'replaced' } as const;
const WOULD = {
  new: 'would write',
  same: 'would keep',
  outdated: 'would renew',
  changed: 'would replace',
} as const;

function fileLine({ file, standing }: Planned, { isDryRun, cwd }: Told): string {
  return `${(isDryRun ? WOULD : VERBS)[standing].padEnd(isDryRun ? 14 : 9)}${relative(cwd, file)}`;
}

function section(head: string, remarks: readonly Placed[], { source, cwd }: Told): readonly string[] {
  const file = relative(cwd, source.file);
  const lines = remarks.map((remark) => `  ${file}:${placeOf(source, remark.path)}: ${wordsOf(remark)}`);
  return lines.length === 0 ? [] : ['', head, ...lines];
}

/** What is said of several places in the same words is said once. */
function sameSection(head: string, remarks: readonly Placed[], { source, cwd }: Told): readonly string[] {
  const lines = [...new Set(remarks.map(({ why }) => why))].map((same) => {
    const places = remarks.filter(({ why }) => why === same).map(({ path }) => placeOf(source, path));
    return `  ${relative(cwd, source.file)}:${[...new Set(places)].join(', ')}: ${same}`;
  });
  return lines.length === 0 ? [] : ['', head, ...lines];
}

function placeOf(source: Source, path: Path): string {
  const { line, column } = source.placeOf(path);
  return `${line}:${column}`;
}

function wordsOf({ path, why, conversation }: Placed): string {
  const where = pathInWords(path);
  const whose = conversation === undefined ? '' : ` [${conversation.replaceAll(/\s+/g, ' ').slice(0, 80)}]`;
  return `${where === '' ? '' : `${where}: `}${why}${whose}`;
}

function sumOf({ imported: { conversations, format }, isDryRun }: Told): string {
  const taken = conversations.filter(({ draft }) => draft !== undefined).length;
  const would = isDryRun ? ' (dry run: nothing was written)' : '';
  return `${counted(conversations.length, 'conversation')} in ${format}, ${taken} taken over, ${conversations.length - taken} refused${would}`;
}
