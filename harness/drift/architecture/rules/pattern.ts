/** An ast-grep pattern (`$X.Start($$$)`), the same with its surroundings, a whole ast-grep rule, or an origin. */
export type Pattern = SyntaxPattern | OriginPattern;
export type SyntaxPattern = string | ContextPattern | RawPattern;

export interface ContextPattern {
  readonly context: string;
  readonly selector: string;
}

export interface RawPattern {
  readonly rule: object;
}

/** A function, method or exported value by where it is declared, whatever its holder or import is called. */
export interface OriginPattern {
  /** Its name at its declaration. */
  readonly name: string;
  /** The files and packages of the tree that declare it. */
  readonly of: readonly string[];
}

/** Whether every use of what an origin names counts, or calls of it alone. */
export type Sought = 'uses' | 'calls';

/** True for a pattern that goes by where something is declared. */
export function isOrigin(pattern: Pattern): pattern is OriginPattern {
  return typeof pattern === 'object' && 'of' in pattern;
}

/** How a pattern reads in a message. */
export function patternText(pattern: Pattern): string {
  if (typeof pattern === 'string') return pattern;
  return isOrigin(pattern) ? `${pattern.name} of ${pattern.of.join(', ')}` : JSON.stringify(pattern);
}

const text = { type: 'string', minLength: 1 } as const;

/** JSON schema of a list of patterns. */
export const PATTERNS_SCHEMA = {
  type: 'array',
  minItems: 1,
  items: {
    type: ['string', 'object'],
    minLength: 1,
    additionalProperties: false,
    properties: {
      ...{ context: text, selector: text, rule: { type: 'object', minProperties: 1 } },
      ...{
        name: { type: 'string', pattern: '^[\\p{L}_][\\p{L}\\p{N}_]*$' },
        of: { type: 'array', minItems: 1, items: text },
      },
    },
    dependencies: { context: ['selector'], selector: ['context'], name: ['of'], of: ['name'] },
    minProperties: 1,
  },
} as const;
