import { escapePattern } from '../../../support/escape-pattern.ts';
import { parseJson } from '../../../support/parse-json.ts';
import { anyOf, compiles, exactly, nowhere } from '../patterns.ts';
import { inAnyCase, type Path } from '../remark.ts';
import { deadlineOf, type Taken, takes } from '../taken.ts';
import { listOf, mappingOf, textOf, textsOf } from '../values.ts';

interface About {
  readonly path: Path;
  readonly threshold: unknown;
}

/** Takes an assertion over by its value; nothing when the value does not fit. */
type Check = (value: unknown, about: About) => Taken | undefined;

/** The assertions that have a counterpart, by type. */
export const CHECKS: Readonly<Record<string, Check>> = {
  contains: ofText((text) => ({ contains: [text] })),
  icontains: ofText((text) => ({ contains: [text] }), 'any case'),
  'contains-all': ofTexts((contains) => ({ contains })),
  'icontains-all': ofTexts((contains) => ({ contains }), 'any case'),
  'contains-any': ofTexts((texts) => ({ matches: [anyOf(texts.map(escapePattern))] })),
  'icontains-any': ofTexts((texts) => ({ matches: [anyOf(texts.map(escapePattern))] }), 'any case'),
  equals: ofText((text) => ({ matches: [exactly(text)] })),
  'starts-with': ofText((text) => ({ matches: [`^${escapePattern(text)}`] })),
  regex: ofPattern((pattern) => pattern),
  'not-contains': ofText((text) => ({ not_contains: [text] })),
  'not-icontains': ofText((text) => ({ not_contains: [text] }), 'any case'),
  'not-contains-any': ofTexts((not_contains) => ({ not_contains })),
  'not-icontains-any': ofTexts((not_contains) => ({ not_contains }), 'any case'),
  'not-equals': ofText((text) => ({ matches: [`^(?!${escapePattern(text)}$)`] })),
  'not-starts-with': ofText((text) => ({ matches: [`^(?!${escapePattern(text)})`] })),
  'not-regex': ofPattern(nowhere),
  'is-json': (value) => {
    const schema = value === undefined ? {} : (mappingOf(value) ?? mappingOf(parseJson(textOf(value) ?? '')));
    return schema && takes({ schema });
  },
  latency: (_, { threshold }) =>
    typeof threshold === 'number' && threshold > 0 ? takes({ deadline: deadlineOf(threshold) }) : undefined,
};

function ofText(expect: (text: string) => Taken['expect'], asCase?: 'any case'): Check {
  return (value, { path }) => {
    const text = textOf(value);
    if (text === undefined) return undefined;
    return takes(expect(text), asCase ? [] : inAnyCase(path, [text]));
  };
}

/** Several texts are a list, or one text with commas between them. */
function ofTexts(expect: (texts: readonly string[]) => Taken['expect'], asCase?: 'any case'): Check {
  return (value, { path }) => {
    const parts =
      listOf(value) ??
      textOf(value)
        ?.split(',')
        .map((each) => each.trim());
    const texts = textsOf(parts);
    if (!texts) return undefined;
    return takes(expect(texts), asCase ? [] : inAnyCase(path, texts));
  };
}

function ofPattern(made: (pattern: string) => string): Check {
  return (value, { path }) => {
    const pattern = textOf(value);
    if (pattern === undefined || !compiles(pattern)) return undefined;
    return takes({ matches: [made(pattern)] }, inAnyCase(path, [pattern]));
  };
}
