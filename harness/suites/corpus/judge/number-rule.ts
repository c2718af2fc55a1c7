import type { Entry } from '../../../corpus/entry.ts';
import type { NumberRule } from '../../../wire/document/compare.ts';
import { isPolled } from './arrival.ts';

/**
 * What of a number in a message must reach the agent: directly its digits, through the platform what A.4 allows, and
 * to an agent that polls its value, for the message has been a row of a database on its way.
 */
export function numberRuleOf(entry: Entry): NumberRule {
  if (isPolled(entry)) return 'value';
  return entry.route === 'platform' ? 'digits or doubles' : 'digits';
}
