/** What HTML calls the characters that tokens are made of. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", Tab: '\t', NewLine: '\n', excl: '!', num: '#' },
  ...{ dollar: '$', percnt: '%', lpar: '(', rpar: ')', ast: '*', plus: '+', comma: ',', hyphen: '-' },
  ...{ dash: '-', period: '.', sol: '/', colon: ':', semi: ';', equals: '=', quest: '?', commat: '@' },
  ...{ lsqb: '[', lbrack: '[', bsol: '\\', rsqb: ']', rbrack: ']', Hat: '^', lowbar: '_', UnderBar: '_' },
  ...{ grave: '`', lcub: '{', lbrace: '{', verbar: '|', vert: '|', rcub: '}', rbrace: '}' },
};

/** The entity that a text begins with, if it has a name that we know: how long it is, and what it stands for. */
export function namedEntity(
  text: string,
): { readonly width: number; readonly character: string } | undefined {
  const [whole, name = ''] = /^&([A-Za-z]{2,8});/.exec(text) ?? [];
  const character = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  return whole === undefined || character === undefined ? undefined : { width: whole.length, character };
}
