import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { inProject } from '../../support/paths.ts';

export const FIXTURES = inProject('specs/drift/fixtures/enum');

/** One construct of the fixtures: a file with a clean twin, and the drift to plant in it. */
export interface Construct {
  readonly id: string;
  readonly construct: string;
  readonly file: string;
  readonly rule?: string;
  readonly find: string;
  readonly plant: string;
  readonly at?: { readonly file: string; readonly text: string };
  readonly clean: string;
}

/** All constructs of one file of the fixtures. */
export function constructsIn(file: string): readonly Construct[] {
  return parse(readFileSync(`${FIXTURES}/${file}`, 'utf8')).constructs;
}

/** All constructs of the fixtures, in the order of their files. */
export function allConstructs(): readonly Construct[] {
  return readdirSync(FIXTURES)
    .filter((name) => /^constructs.*\.yaml$/.test(name))
    .sort()
    .flatMap(constructsIn);
}

/** Where the drift of a construct must be found, once it is planted into the tree at `root`. */
export function placeOfConstruct(
  root: string,
  { rule = 'enum/undeclared', file, find, clean, at }: Construct,
): { readonly rule: string; readonly file: string; readonly line: number } {
  if (!at) return { rule, file, line: lineOf(clean, find) };
  return { rule, file: at.file, line: lineOf(readFileSync(`${root}/${at.file}`, 'utf8'), at.text) };
}

/** Statements with the types that PostgreSQL refuses, in its words, and those that it takes. */
export interface TypingCases {
  readonly schema: string;
  readonly refused: readonly { readonly sql: string; readonly message: string }[];
  readonly taken: readonly string[];
}

/** The typing cases of the fixtures; the words are checked against a real server. */
export function typingCases(): TypingCases {
  return parse(readFileSync(`${FIXTURES}/typing.yaml`, 'utf8'));
}

/** A copy of a fixture tree in a temporary folder, which goes away with `using`. */
export interface TreeCopy extends Disposable {
  readonly root: string;
  write(path: string, text: string): void;
}

/** Copies the fixture tree `name`, together with the clean files of `constructs`. */
export function copyTree(name: string, constructs: readonly Construct[] = []): TreeCopy {
  const root = mkdtempSync(join(tmpdir(), 'assay-drift-'));
  cpSync(`${FIXTURES}/${name}`, root, { recursive: true });
  const copy: TreeCopy = {
    root,
    write: (path, text) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
  for (const { file, clean } of constructs) copy.write(file, clean);
  return copy;
}

/** Line on which `part` begins in `text`, from 1. */
export function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}
