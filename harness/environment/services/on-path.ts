import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Absolute path of a program, searched for in a PATH value and then in `more` directories. */
export function findProgram(name: string, path = '', more: readonly string[] = []): string | undefined {
  return [...path.split(delimiter), ...more]
    .filter((directory) => directory !== '')
    .map((directory) => join(directory, name))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
