import type { View } from './view.ts';

/** Told of a value that stands where a credential stands. */
export type FoundValue = (start: number, end: number, value: string) => void;

/** JSON members whose string values are secrets, known or not. A text may have been cut before the value ends. */
const NAMES =
  'auth_token|platform_inbound_secret|admin_token|access_token|refresh_token|bearer|password|client_secret|controlToken|adminToken';

const NAME = new RegExp(`^(?:${NAMES})$`);
const MEMBER = new RegExp(`"(?:${NAMES})"\\s{0,64}:\\s{0,64}"((?:[^"\\\\]|\\\\.){1,4096})(?:"|\\\\?$)`, 'g');

/** What is shown after these words is a credential: a secret that is no more than a word is concealed there. */
const AFTER_WORD =
  /(?:\b(?:bearer|basic)\s{1,8}|(?:token|secret|password|passwd|key)\\{0,2}["']?\s{0,8}[:=]\s{0,8}\\{0,2}["']?|:\/\/[^/\s:@]{0,64}:)([^\s"'\\,;&@<>)}\]]{1,64})/gi;

/** Whether the value of a JSON member of this name is a secret. */
export function isCredentialMember(name: string): boolean {
  return NAME.test(name);
}

/** Finds the members of a view whose values are secrets. */
export function findMembers({ bytes }: View, found: FoundValue): void {
  findAll(MEMBER, bytes, found);
}

/** Finds what stands after the words that introduce a credential. */
export function findAfterWords({ bytes }: View, found: FoundValue): void {
  findAll(AFTER_WORD, bytes, found);
}

function findAll(pattern: RegExp, bytes: Uint8Array, found: FoundValue): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  for (const { 0: whole, 1: value = '', index } of text.matchAll(pattern)) {
    const start = index + whole.lastIndexOf(value);
    found(start, start + value.length, Buffer.from(value, 'latin1').toString());
  }
}
