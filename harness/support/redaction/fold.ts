/** For each byte that for which it is searched: capitals are small letters, and the two alphabets of base64 one. */
export const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x41 && byte <= 0x5a) return byte + 0x20;
  const other = { '-': '+', _: '/' }[String.fromCharCode(byte)];
  return other === undefined ? byte : other.charCodeAt(0);
});

/** A copy of bytes as they are searched for. */
export function folded(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) copy[at] = FOLDED[bytes[at] as number] as number;
  return copy;
}
