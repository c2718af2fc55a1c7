/** What a character beyond ASCII is taken for: nothing, or one byte of ASCII. */
interface Alike {
  readonly width: number;
  readonly made: readonly number[];
}

/** Of the characters that were met; undefined for one that is only itself. */
const met = new Map<number, Alike | undefined>();

/**
 * What the character at a place is taken for: nothing where it has no width or changes only how its neighbours look, or
 * the ASCII character that it looks like (`ａ`, `𝐚`, `ⓐ`).
 */
export function alikeAt(bytes: Uint8Array, at: number): Alike | undefined {
  const width = widthOf(bytes[at] as number);
  const code = codeAt(bytes, at, width);
  if (code === undefined) return undefined;
  if (!met.has(code)) met.set(code, alikeOf(code, width));
  return met.get(code);
}

function alikeOf(code: number, width: number): Alike | undefined {
  const character = String.fromCodePoint(code);
  if (UNSEEN.test(character)) return { width, made: [] };
  const alike = character.normalize('NFKC');
  return alike.length === 1 && alike < '\u0080' ? { width, made: [alike.charCodeAt(0)] } : undefined;
}

const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Zl}\p{Zp}]/u;

function widthOf(lead: number): number {
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

function codeAt(bytes: Uint8Array, at: number, width: number): number | undefined {
  let code = (bytes[at] as number) & (0xff >> (width + 1));
  for (let next = at + 1; next < at + width; next++) {
    const byte = bytes[next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  return code > 0x10ffff ? undefined : code;
}
