import { readFile } from 'node:fs/promises';
import { inProject } from '../../support/paths.ts';

const FILES = ['tokens', 'head', 'summary', 'suites', 'story', 'notes', 'cases', 'plots', 'narrow'];

let read: Promise<string> | undefined;

/** The style of the page, in one piece. */
export function pageStyle(): Promise<string> {
  read ??= joined();
  return read;
}

async function joined(): Promise<string> {
  const folder = inProject('harness/report/html/page/styles');
  const texts = await Promise.all(FILES.map((name) => readFile(`${folder}/${name}.css`, 'utf8')));
  return texts
    .join('')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\n\s*/g, '\n')
    .trim();
}
