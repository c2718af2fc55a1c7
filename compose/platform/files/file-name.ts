import { seam } from '../../seam.ts';

const MAX_CHARACTERS = 100;
const MAX_EXTENSION = 16;

/** The name under which a file is kept (G.3): its last part, in letters that are safe everywhere. */
export const safeFileName = seam('platform.safeFileName', sanitise);

function sanitise(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const name = last.replaceAll(' ', '_').replace(/[^A-Za-z0-9._-]/g, '_');
  if (name === '' || name === '.' || name === '..') return 'file';
  if (name.length <= MAX_CHARACTERS) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= MAX_EXTENSION ? name.slice(dot) : '';
  return name.slice(0, MAX_CHARACTERS - extension.length) + extension;
}
