/** Compiles globs (`**`, `*`, `?`, `[…]`, `{a,b}`) into one test of a path with forward slashes. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.map(globPattern);
  return (path) => patterns.some((pattern) => pattern.test(path));
}

function globPattern(glob: string): RegExp {
  return new RegExp(`^${translate(glob.replace(/^\.\//, ''))}$`);
}

function translate(glob: string): string {
  let pattern = '';
  for (let at = 0; at < glob.length; ) {
    const [piece, length] = nextPiece(glob, at);
    pattern += piece;
    at += length;
  }
  return pattern;
}

function nextPiece(glob: string, at: number): readonly [string, number] {
  if (glob.startsWith('**/', at)) return ['(?:[^/]+/)*', 3];
  if (glob.startsWith('**', at)) return ['.*', 2];
  const character = glob[at] ?? '';
  if (character === '*') return ['[^/]*', 1];
  if (character === '?') return ['[^/]', 1];
  const group = /^\{([^{}]*)\}/.exec(glob.slice(at));
  if (group) return [`(?:${(group[1] ?? '').split(',').map(translate).join('|')})`, group[0].length];
  const set = /^\[([!^]?)([^\]]+)\]/.exec(glob.slice(at));
  if (set) return [`[${set[1] ? '^' : ''}${(set[2] ?? '').replace(/\\/g, '\\\\')}]`, set[0].length];
  return [character.replace(/[.+^$()|[\]{}\\]/g, '\\$&'), 1];
}
