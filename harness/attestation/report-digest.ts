import { createHash } from 'node:crypto';
import type { Report } from '../report/report.ts';

/** SHA-256 over what a report says, in hex, whatever the order of its keys and its white space. */
export function reportDigest(report: Report): string {
  return createHash('sha256').update(canonical(report)).digest('hex');
}

/** JSON with its keys in one order; the same value always gives the same text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
