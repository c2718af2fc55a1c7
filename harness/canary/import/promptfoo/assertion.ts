import { nearest } from '../../../support/nearest.ts';
import { differs, lost, type Path } from '../remark.ts';
import { type Taken, takenTogether, takesNothing } from '../taken.ts';
import { listOf, type Mapping, mappingOf, textOf } from '../values.ts';
import { CHECKS } from './checks.ts';
import { JUDGED, PROGRAMS } from './types.ts';

/** What is needed to read an assertion. */
export interface Reader {
  /** Assertions that others refer to. */
  readonly templates: Mapping;
  /** Fills variables in. */
  render(text: string): string;
}

/** What is taken over of one assertion. */
export function takenOf(value: unknown, path: Path, reader: Reader): Taken {
  const assertion = mappingOf(value);
  const type = textOf(assertion?.type);
  if (assertion && typeof assertion.$ref === 'string') return referred(assertion.$ref, path, reader);
  if (!assertion || type === undefined) return takesNothing(lost(path, 'it has no `type`'));
  if (assertion.weight === 0) return takesNothing(differs(path, 'it has no weight, so it asserts nothing'));
  if (type === 'assert-set') return setOf(assertion, path, reader);
  const why = whyNot(type, assertion);
  if (why !== undefined) return takesNothing(lost(path, `\`${type}\`: ${why}`));
  const check = CHECKS[type];
  return (
    check?.(filled(assertion.value, reader), { path, threshold: assertion.threshold }) ??
    takesNothing(lost(path, `\`${type}\`: its value does not say what is meant`))
  );
}

function whyNot(type: string, { value, transform }: Mapping): string | undefined {
  const bare = type.replace(/^not-/, '');
  if (JUDGED.includes(bare)) return 'a model would have to judge it';
  if (PROGRAMS.includes(bare)) return 'a program would have to judge it';
  if (!Object.hasOwn(CHECKS, type)) return `it has no counterpart here${hint(bare)}`;
  if (transform !== undefined) return 'it is about an answer that a program has changed before';
  const texts = (listOf(value) ?? [value]).flatMap((each) => textOf(each) ?? []);
  return texts.some((text) => text.startsWith('file://'))
    ? 'what stands in another file is not read'
    : undefined;
}

function hint(type: string): string {
  if (type.length < 4) return '';
  const meant = nearest(type, [...Object.keys(CHECKS), ...JUDGED, ...PROGRAMS]);
  return meant === undefined || meant === type ? '' : `; did you mean \`${meant}\`?`;
}

function filled(value: unknown, { render }: Reader): unknown {
  if (typeof value === 'string') return render(value);
  return listOf(value)?.map((each) => (typeof each === 'string' ? render(each) : each)) ?? value;
}

function referred(ref: string, path: Path, reader: Reader): Taken {
  const name = /^#\/assertionTemplates\/([^/]+)$/.exec(ref)?.[1];
  const template = name === undefined ? undefined : mappingOf(reader.templates[name]);
  if (!template || '$ref' in template)
    return takesNothing(lost(path, `${ref} refers to nothing in this file`));
  return takenOf(template, path, reader);
}

function setOf({ assert, threshold }: Mapping, path: Path, reader: Reader): Taken {
  if (threshold !== undefined && threshold !== 1)
    return takesNothing(lost(path, '`assert-set`: that a part of several assertions holds cannot be asked'));
  return takenTogether(
    (listOf(assert) ?? []).map((each, at) => takenOf(each, [...path, 'assert', at], reader)),
  );
}
