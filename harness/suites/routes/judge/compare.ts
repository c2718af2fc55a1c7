import { parseJson } from '../../../support/parse-json.ts';
import { counted, times } from '../../../support/plural.ts';
import type { Finding } from '../../../support/verdict.ts';
import type { NumberRule } from '../../../wire/document/compare.ts';
import { bytesOf } from '../../../wire/recorded-body.ts';
import { type Told, toldBy, toldInWords } from '../../../wire/reply/told.ts';
import type { CaseRecord, StepRecord } from '../../corpus/case-record.ts';
import { arrivedBytes } from '../arrived.ts';
import { alignment } from './align.ts';
import { bodyFindings } from './bodies.ts';
import { headerFindings } from './headers.ts';
import { viewFindings } from './views.ts';

/** One entry that was sent by all its routes. */
export interface BothRoutes {
  readonly platform: CaseRecord;
  readonly direct: CaseRecord;
  readonly forwarded: CaseRecord;
}

/** Why there is nothing that the platform's route could be compared with, if so. */
export function whyFewerThanTwo({ direct, forwarded }: BothRoutes): string | undefined {
  for (const record of [direct, forwarded]) {
    const at = record.steps.findIndex(({ inboxAfter }) => inboxAfter.arrivals.length === 0);
    const step = record.steps[at];
    if (!step) continue;
    const which = record.steps.length === 1 ? '' : ` of step ${at + 1}`;
    return `fewer than two routes: nothing${which} reached the runtime directly; ${toldInWords(toldOf(step))}`;
  }
  return undefined;
}

/** Where the two inboxes differ in something that the contract does not change, step by step. */
export function routeFindings(routes: BothRoutes, numbers: NumberRule): readonly Finding[] {
  const { platform, forwarded } = routes;
  const steps = platform.steps.flatMap((step, index) => stepFindings(routes, step, index, numbers));
  if (steps.length > 0 || platform.steps.length === forwarded.steps.length) return steps;
  return [
    {
      clause: 'A.9',
      expected: [`the session has ${counted(forwarded.steps.length, 'step')}, as directly`],
      actual: `the session had ${counted(platform.steps.length, 'step')} through the platform, and ${forwarded.steps.length} directly`,
    },
  ];
}

/** A session that the runtime refuses as it was sent ends early: its later steps are held against what was sent on. */
function stepFindings(
  { platform, direct, forwarded }: BothRoutes,
  step: StepRecord,
  index: number,
  numbers: NumberRule,
) {
  const received = arrivedBytes(step);
  if (received === undefined) return [notArrived(step)];
  const seen = forwarded.steps[index];
  const record = direct.steps[index] ? direct : forwarded;
  const own = arrivedBytes(record.steps[index]);
  return [
    ...countFindings(step, record.steps[index]),
    ...(own
      ? bodyFindings(alignment(record, platform, index).bytes(own), received, platform.revision, numbers)
      : []),
    ...headerFindings(step, platform.callerId),
    ...(seen ? viewFindings(step, seen, alignment(forwarded, platform, index), numbers) : []),
  ];
}

function notArrived(step: StepRecord): Finding {
  return {
    clause: 'A.7',
    expected: ['it arrives by either route'],
    actual: `it arrived directly, and not through the platform; ${toldInWords(toldOf(step))}`,
  };
}

function countFindings(platform: StepRecord, direct: StepRecord | undefined): readonly Finding[] {
  const through = platform.inboxAfter.arrivals.length;
  const directly = direct?.inboxAfter.arrivals.length ?? 0;
  if (through === directly || directly === 0) return [];
  return [
    {
      clause: 'A.7',
      expected: ['it arrives as often by either route'],
      actual: `it arrived ${times(through)} through the platform, and ${times(directly)} directly`,
    },
  ];
}

function toldOf({ exchange, sent }: StepRecord): Told {
  return toldBy(exchange, parseJson(bytesOf(sent).toString()), true);
}
