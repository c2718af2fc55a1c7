import type { Unit } from '../rules/rule.ts';

/** A number with its unit; times are kept in nanoseconds, `number` is anything without a unit. */
export interface Quantity {
  readonly amount: number;
  readonly kind: 'time' | 'number';
}

/** Nanoseconds of each unit of time. */
export const NANOSECONDS: Readonly<Record<Exclude<Unit, 'number'>, number>> = {
  ns: 1,
  us: 1e3,
  ms: 1e6,
  s: 1e9,
  min: 60e9,
  h: 3600e9,
};

const SUFFIXES: readonly (readonly [RegExp, Exclude<Unit, 'number'>])[] = [
  [/(?:_|[a-z0-9])(?:Millis(?:econds)?|MILLIS(?:ECONDS)?|millis(?:econds)?)$|(?:_MS|_ms|[a-z0-9]Ms)$/, 'ms'],
  [/(?:_|[a-z0-9])(?:Seconds|Secs?|SECONDS|SECS?|seconds|secs?)$|(?:_S|_s|[a-z0-9]S)$/, 's'],
  [/(?:_|[a-z0-9])(?:Minutes|Mins?|MINUTES|MINS?|minutes|mins?)$/, 'min'],
  [/(?:_|[a-z0-9])(?:Hours|HOURS|hours)$/, 'h'],
  [/(?:_NS|_ns|[a-z0-9]Ns|Nanoseconds)$/, 'ns'],
];

/** The unit that a name carries, such as `RENEW_MS` or `ttlSeconds`. */
export function unitOfName(name: string): Exclude<Unit, 'number'> | undefined {
  return SUFFIXES.find(([pattern]) => pattern.test(name))?.[1];
}

/** Gives a bare number the unit that was written for it or that its name carries. */
export function withUnit(quantity: Quantity, name: string, given: Unit | undefined): Quantity {
  const unit = given ?? unitOfName(name);
  if (quantity.kind === 'time' || unit === undefined || unit === 'number') return quantity;
  return { kind: 'time', amount: quantity.amount * NANOSECONDS[unit] };
}

/** Compares two quantities of one kind. */
export function smallerThan(a: Quantity, b: Quantity, orEqual: boolean): boolean | 'incomparable' {
  if (a.kind !== b.kind) return 'incomparable';
  return a.amount < b.amount || (orEqual && a.amount === b.amount);
}

/** `120 s`, `250 ms` or a bare number. */
export function quantityText({ amount, kind }: Quantity): string {
  if (kind === 'number') return String(amount);
  return amount % NANOSECONDS.s === 0 ? `${amount / NANOSECONDS.s} s` : `${amount / NANOSECONDS.ms} ms`;
}
