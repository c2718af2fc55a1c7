import { Script } from 'node:vm';
import { UsageError } from '../../support/errors.ts';

/** What can be made by a template, and how long its name may be: lines of code that hold it stay below the limit. */
const MAX_CHARS = { entry: 60, fault: 40, variant: 40, suite: 24, folder: 24 } as const;
export type Kind = keyof typeof MAX_CHARS;

/** Ids of entries may begin with a digit; all other names become words of code. */
const KEBAB = { entry: /^[a-z0-9]+(-[a-z0-9]+)*$/, other: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/ } as const;

/** Throws `UsageError` unless a name is kebab-case and short enough. */
export function checkName(kind: Kind, name: string): void {
  const limit = MAX_CHARS[kind];
  const isSound = (kind === 'entry' ? KEBAB.entry : KEBAB.other).test(name) && name.length <= limit;
  if (isSound && (kind === 'entry' || isFree(identifierOf(name)))) return;
  throw new UsageError({
    code: 'UNFIT_NAME',
    message: `"${name}" cannot be the name of ${kind === 'entry' ? 'an' : 'a'} ${kind}.`,
    fix: `Use words of lower-case letters and digits with hyphens between them, at most ${limit} characters: ${proposal(name, limit)}.`,
  });
}

/** `text-trimmed` → `textTrimmed` */
export function identifierOf(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Whether a constant of that name can be declared where `at` is imported. */
function isFree(identifier: string): boolean {
  try {
    return new Script(`'use strict'; async () => { const at = 0, ${identifier} = 0; }`) !== undefined;
  } catch {
    return false;
  }
}

function proposal(name: string, limit: number): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const joined = (words ?? []).join('-').replace(/^[0-9]+-?/, '');
  const isBetter = joined !== '' && joined !== name && joined.length <= limit && isFree(identifierOf(joined));
  return isBetter ? joined : 'text-trimmed';
}
