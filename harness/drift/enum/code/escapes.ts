const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  '0': '\0',
};

/** Backslash sequences that Go, TypeScript and Python share; a backslash before a line end continues the line. */
export const BACKSLASH = {
  pattern: /\\(?:u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2}|[0-7]{3}|\r\n|[\s\S])/g,
  decode(sequence: string): string {
    const code = /^\\(?:u\{([\da-fA-F]+)\}|[uUx]([\da-fA-F]+))$/.exec(sequence);
    if (code) return String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? '', 16));
    if (/^\\[0-7]{3}$/.test(sequence)) return String.fromCodePoint(Number.parseInt(sequence.slice(1), 8));
    const character = sequence.slice(1);
    return character === '\n' || character === '\r\n' ? '' : (SIMPLE[character] ?? character);
  },
};

/** The same with doubled braces, as in the literal parts of Python's f-strings. */
export const BACKSLASH_OR_BRACES = {
  pattern: new RegExp(`${BACKSLASH.pattern.source}|\\{\\{|\\}\\}`, 'g'),
  decode: (sequence: string): string =>
    sequence === '{{' ? '{' : sequence === '}}' ? '}' : BACKSLASH.decode(sequence),
};

/** Only the braces: raw f-strings. */
export const BRACES = {
  pattern: /\{\{|\}\}/g,
  decode: (sequence: string): string => sequence.slice(0, 1),
};
