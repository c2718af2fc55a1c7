/** An ast-grep pattern (`$X.Start($$$)`), the same with its surroundings, or a whole ast-grep rule. */
export type Pattern = string | ContextPattern | RawPattern;

export interface ContextPattern {
  readonly context: string;
  readonly selector: string;
}

export interface RawPattern {
  readonly rule: object;
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
    properties: { context: text, selector: text, rule: { type: 'object', minProperties: 1 } },
    dependencies: { context: ['selector'], selector: ['context'] },
    minProperties: 1,
  },
} as const;
