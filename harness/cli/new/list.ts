import { UsageError } from '../../support/errors.ts';
import type { FileText } from './draft.ts';

/** A member of a list of constants, and the module that it is imported from. */
export interface Member {
  readonly identifier: string;
  /** Relative to the list, as its import says it: `./content/text-trimmed.ts`. */
  readonly from: string;
}

/**
 * A file with a list (`export const FAULTS: readonly Fault[] = [ … ];`, a line for each member) that has one more
 * member, below those of the same folder, or else at its end. Throws `UsageError` when the file has another form.
 */
export function withMember({ path, text }: FileText, member: Member): FileText {
  const list = /^(export const \w+: readonly \w+\[\] = \[\n)([\s\S]*?)^\];$/m.exec(text);
  const [whole = '', head = '', members = ''] = list ?? [];
  const line = `  ${member.identifier},`;
  if (!list || isInConflict(text)) throw unreadable(path, [importOf(member), line]);
  if (new RegExp(`\\b${member.identifier}\\b`).test(text)) throw taken(path, member.identifier);
  const extended = `${head}${withLine(members, line, folderMates(text, member.from))}];`;
  const listed = text.replace(whole, () => extended);
  return { path, text: withImport(listed, member) };
}

/** The file with the list of suites, with one more at its end. Throws `UsageError` when the file has another form. */
export function withSuite({ path, text }: FileText, name: string): FileText {
  const key = name.includes('-') ? `'${name}'` : name;
  const line = `  ${key}: async () => (await import('./${name}/suite.ts')).suite,`;
  const list = /^(const SUITES: [^\n]*= \{\n[\s\S]*?)^\};$/m.exec(text);
  const [whole = '', members = ''] = list ?? [];
  if (!list || isInConflict(text)) throw unreadable(path, [line]);
  return { path, text: text.replace(whole, () => `${members}${line}\n};`) };
}

/** Whether git has left both sides of a merge in a file. */
function isInConflict(text: string): boolean {
  return /^(<{7}|>{7}) /m.test(text);
}

/** Names of the constants that come from the same folder as a module. */
function folderMates(text: string, from: string): readonly string[] {
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  const imports = [...text.matchAll(/^import \{ (\w+) \} from '([^']+\/)[^/']+';$/gm)];
  return imports.filter(([, , place]) => place === folder).map(([, name = '']) => name);
}

function withLine(members: string, line: string, mates: readonly string[]): string {
  const lines = members.split('\n').slice(0, -1);
  const last = lines.findLastIndex((each) => mates.includes(each.replace(/^ {2}(\w+),.*$/, '$1')));
  return lines
    .toSpliced(last < 0 ? lines.length : last + 1, 0, line)
    .map((each) => `${each}\n`)
    .join('');
}

/** Imports stand in the order of their modules. */
function withImport(text: string, member: Member): string {
  const imports = [...text.matchAll(/^import [^;]*? from '([^']+)';\n/gm)];
  const later = imports.find(([, from = '']) => from.startsWith('./') && from > member.from);
  const last = imports.at(-1);
  const place = later?.index ?? (last ? last.index + last[0].length : 0);
  return `${text.slice(0, place)}${importOf(member)}\n${text.slice(place)}`;
}

function importOf({ identifier, from }: Member): string {
  return `import { ${identifier} } from '${from}';`;
}

function unreadable(path: string, lines: readonly string[]): UsageError {
  return new UsageError({
    code: 'LIST_UNREADABLE',
    message: `${path} is no list that a line can be added to, so nothing was written.`,
    details: [
      'It is missing, is in the middle of a merge, or has another form. The line would be:',
      ...lines,
    ],
    fix: 'Bring the list to the form of harness/suites/corpus/faults/index.ts, or write file and line by hand.',
  });
}

function taken(path: string, identifier: string): UsageError {
  return new UsageError({
    code: 'ALREADY_LISTED',
    message: `${path} knows a "${identifier}" already, and nothing was written.`,
    fix: 'Choose another name.',
  });
}
