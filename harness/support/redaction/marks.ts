import { findAfterWords, findMembers } from './credential-places.ts';
import { CUT_BYTES } from './cut-pieces.ts';
import { type KnownSecrets, MARK } from './known-secrets.ts';
import type { Mark } from './replace.ts';
import type { View } from './view.ts';
import { viewsOf } from './views.ts';

/** A subject could name a million. */
const MAX_MET = 1_000;

/** Where secrets stand in some bytes, however they are read; `met` learns those that stand in members for secrets. */
export function marksIn(bytes: Uint8Array, known: KnownSecrets, met: KnownSecrets): readonly Mark[] {
  const views = viewsOf(bytes);
  const mayBeCut = bytes.length >= CUT_BYTES;
  const marks: Mark[] = [];
  const note = (view: View) => (start: number, end: number, text: string) => {
    marks.push({ ...view.stretch(start, end), text });
  };
  const fingerprints = new Map<string, string>();
  for (const view of views) markMembers(view, met, fingerprints, note(view));
  for (const view of views) {
    known.needles.find(view, note(view), met.needles);
    for (const { cutPieces } of [known, met]) cutPieces.find(view, mayBeCut, note(view));
    if (known.weak.size > 0) markWeak(view, known, note(view));
  }
  return marks;
}

/** Ends a value; one without it was cut, and is not the secret. */
const QUOTE = 0x22;

type Note = (start: number, end: number, text: string) => void;

function markMembers(view: View, met: KnownSecrets, marks: Map<string, string>, note: Note): void {
  findMembers(view, (start, end, value) => {
    const secret = withoutEscapes(value);
    if (secret.startsWith(MARK)) return;
    if (met.count < MAX_MET && view.bytes[end] === QUOTE) met.add(secret);
    const mark = marks.get(secret) ?? met.markOf(secret);
    marks.set(secret, mark);
    note(start, end, mark);
  });
}

function markWeak(view: View, known: KnownSecrets, note: Note): void {
  findAfterWords(view, (start, end, value) => {
    if (known.weak.has(value)) note(start, end, known.markOf(value));
  });
}

function withoutEscapes(raw: string): string {
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}
