import type { ExpectDocument } from '../shape.ts';
import type { Remark } from './remark.ts';

/** What of the oracles of a turn is taken over. */
export interface Taken {
  readonly expect: ExpectDocument;
  readonly remarks: readonly Remark[];
}

/** Takes an oracle over. */
export function takes(expect: ExpectDocument, remarks: readonly Remark[] = []): Taken {
  return { expect, remarks };
}

/** Takes nothing over, and says why. */
export function takesNothing(...remarks: readonly Remark[]): Taken {
  return { expect: {}, remarks };
}

/** Several oracles of one turn as one, in which all of them hold. */
export function takenTogether(all: readonly Taken[]): Taken {
  const each = all.map(({ expect }) => expect);
  const texts = (key: 'contains' | 'not_contains' | 'matches') => {
    const found = [...new Set(each.flatMap((expect) => expect[key] ?? []))];
    return found.length > 0 ? { [key]: found } : {};
  };
  const last = (key: 'state' | 'refusal') => {
    const found = each.findLast((expect) => expect[key] !== undefined)?.[key];
    return found === undefined ? {} : { [key]: found };
  };
  const schemas = each.flatMap(({ schema }) => schema ?? []);
  const deadlines = each.flatMap(({ deadline }) => deadline ?? []);
  const [first] = schemas;
  return {
    expect: {
      ...last('state'),
      ...last('refusal'),
      ...{ ...texts('contains'), ...texts('not_contains'), ...texts('matches') },
      ...(first && { schema: schemas.length === 1 ? first : { allOf: schemas } }),
      ...(deadlines.length > 0 && { deadline: earliest(deadlines) }),
    },
    remarks: all.flatMap(({ remarks }) => remarks),
  };
}

/** A time in milliseconds as a deadline is written. */
export function deadlineOf(milliseconds: number): string {
  const whole = Math.max(1, Math.round(milliseconds));
  return whole % 1000 === 0 ? `${whole / 1000}s` : `${whole}ms`;
}

function earliest(deadlines: readonly string[]): string {
  const inMs = (text: string) => Number.parseInt(text, 10) * (text.endsWith('ms') ? 1 : 1000);
  return deadlines.reduce((before, each) => (inMs(each) < inMs(before) ? each : before));
}
