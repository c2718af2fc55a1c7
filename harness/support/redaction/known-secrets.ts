import { createHmac } from 'node:crypto';
import { CutPieces } from './cut-pieces.ts';
import { Needles } from './needles.ts';
import { formsOf } from './secret-forms.ts';
import { isTelling } from './strength.ts';

/** What every fingerprint begins with. */
export const MARK = 'redacted:';

/** Secrets, and the fingerprint of each under one key. */
export class KnownSecrets {
  readonly key: string | Uint8Array;
  readonly needles = new Needles();
  readonly cutPieces = new CutPieces();
  /** Those that say too little to be searched for: they are concealed where credentials stand. */
  readonly weak = new Set<string>();
  readonly #known = new Set<string>();

  constructor(key: string | Uint8Array) {
    this.key = key;
  }

  get count(): number {
    return this.#known.size;
  }

  add(secret: string): void {
    if (secret === '' || secret.startsWith(MARK) || this.#known.has(secret)) return;
    this.#known.add(secret);
    if (!isTelling(secret)) {
      this.weak.add(secret);
      return;
    }
    const mark = this.markOf(secret);
    for (const form of formsOf(secret)) {
      this.needles.add(form, mark);
      this.cutPieces.add(form, mark);
    }
  }

  markOf(secret: string): string {
    if (secret.startsWith(MARK)) return secret;
    return MARK + createHmac('sha256', this.key).update(secret).digest('hex').slice(0, 12);
  }
}
