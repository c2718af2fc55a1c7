import { Buffer } from 'node:buffer';
import { seam } from '../seam.ts';
import type { ReadFile } from './types.ts';

/** The parts of an A2A 0.3 message, as far as agent code knows them. */
export interface Part {
  readonly kind: string;
  readonly text?: unknown;
  readonly file?: { readonly name?: unknown; readonly bytes?: unknown };
}

/** The text of a message: its text parts, joined as they stand. */
export const textIn = seam('canary.textIn', (parts: readonly Part[]): string =>
  parts.flatMap(({ kind, text }) => (kind === 'text' && typeof text === 'string' ? [text] : [])).join(''),
);

/** The files of a message, whose bytes came inline; one that only names a place is not read. */
export const filesIn = seam('canary.filesIn', (parts: readonly Part[]): readonly ReadFile[] =>
  parts.flatMap(({ kind, file }) => {
    if (kind !== 'file' || typeof file?.bytes !== 'string') return [];
    const name = typeof file.name === 'string' && file.name !== '' ? file.name : 'unnamed';
    return [{ name, text: Buffer.from(file.bytes, 'base64').toString('utf8') }];
  }),
);
