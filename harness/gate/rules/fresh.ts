import type { Report } from '../../report/report.ts';
import { broken, held, type Rule } from '../rule.ts';

const HOUR_MS = 3_600_000;

export const fresh: Rule = {
  id: 'fresh',
  says: 'The run is no older than the policy allows.',
  keys: ['maximumAgeHours'],
  evaluate: ({ run: { report }, now }, { maximumAgeHours }) => {
    const hours = (Date.parse(now) - oldestEnd(report)) / HOUR_MS;
    const told = `${hours.toFixed(1)} hours old, of ${maximumAgeHours}`;
    return hours <= maximumAgeHours ? held(told) : broken(`the run is ${told}`, 'run again');
  },
};

/** A merged run is as old as the oldest of its shards. */
function oldestEnd({ endedAt, merged }: Report): number {
  return Math.min(...[{ endedAt }, ...(merged?.shards ?? [])].map((each) => Date.parse(each.endedAt)));
}
