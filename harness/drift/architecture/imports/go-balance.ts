const TOKEN =
  /[{}()[\]]|"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)+'|\/\/[^\n]*|\/\*[\s\S]*?\*\/|["'`]|\/\*|^(?:<{7}|>{7}) /gm;

const OPENED_BY: Readonly<Record<string, string>> = { '}': '{', ')': '(', ']': '[' };

/**
 * True when the brackets or quotes of a Go text do not match, or a merge left its marks. Bodies are not parsed for
 * their imports, so this is what tells cheaply that a file is worth asking the grammar about.
 */
export function looksBroken(text: string): boolean {
  const open: string[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    if (token.length > 1) {
      if (token === '/*' || /^[<>]/.test(token)) return true;
    } else if ('{(['.includes(token)) open.push(token);
    else if (open.pop() !== OPENED_BY[token]) return true;
  }
  return open.length > 0;
}
