import { times } from '../../../support/plural.ts';
import type { Doc, Step } from '../page/page.ts';
import { docOfBody, docOfBytes, docOfValue } from './doc.ts';
import { items, member, number, parsed, text } from './loose.ts';

const MAX_STEPS = 12;

/**
 * The way of each payload in a `record.json`: of one record, or of several by the name of their route. Nothing where the
 * file is no such record.
 */
export function journeyIn(json: string, capBytes: number): readonly Step[] {
  const record = parsed(json);
  if (Array.isArray(member(record, 'steps'))) return stepsOf(record, capBytes);
  if (typeof record !== 'object' || record === null) return [];
  return Object.entries(record).flatMap(([route, each]) => stepsOf(each, capBytes, route));
}

function stepsOf(record: unknown, capBytes: number, route?: string): readonly Step[] {
  const steps = items(member(record, 'steps'));
  return steps.slice(0, MAX_STEPS).map((step, index) => {
    const turn = steps.length > 1 ? `turn ${index + 1}` : undefined;
    const label = [route, turn].filter((each) => each !== undefined).join(' · ');
    return stepOf(step, capBytes, label);
  });
}

function stepOf(step: unknown, capBytes: number, label: string): Step {
  const arrivals = items(member(member(step, 'inboxAfter'), 'arrivals'));
  const handed = items(member(member(step, 'inboxAfter'), 'handed'));
  const said = items(member(step, 'said'));
  return {
    ...(label !== '' && { label }),
    ...doc('sent', docOfBody(member(step, 'sent'), capBytes)),
    ...doc('forwarded', arrivedDoc(arrivals[0], capBytes)),
    ...doc('received', handed.length > 0 ? docOfValue(member(handed[0], 'raw'), capBytes) : undefined),
    ...doc('answered', replyDoc(said.at(-1), capBytes)),
    ...doc('told', replyDoc(member(member(step, 'exchange'), 'response'), capBytes)),
    remarks: remarksOn(step, { arrivals: arrivals.length, handed: handed.length }),
  };
}

function doc(name: keyof Step, found: Doc | undefined): Partial<Step> {
  return found ? { [name]: found } : {};
}

function arrivedDoc(arrival: unknown, capBytes: number): Doc | undefined {
  const base64 = text(member(arrival, 'bodyBase64'));
  return base64 === undefined ? undefined : docOfBytes(Buffer.from(base64, 'base64'), capBytes);
}

function replyDoc(reply: unknown, capBytes: number): Doc | undefined {
  const body = docOfBody(member(reply, 'body'), capBytes);
  const status = number(member(reply, 'status'));
  return body && { ...body, ...(status !== undefined && { status }) };
}

/** What the columns cannot show: that something never came, or came more than once. */
function remarksOn(step: unknown, counts: { readonly arrivals: number; readonly handed: number }) {
  const failure = member(member(step, 'exchange'), 'failure');
  const why = text(member(failure, 'message')) ?? text(member(failure, 'code'));
  return [
    ...(counts.arrivals === 0 ? ['Nothing arrived at the runtime.'] : []),
    ...(counts.arrivals > 1 ? [`It arrived at the runtime ${times(counts.arrivals)}.`] : []),
    ...(counts.arrivals > 0 && counts.handed === 0 ? ['Agent code was not called.'] : []),
    ...(counts.handed > 1 ? [`Agent code was called ${times(counts.handed)}.`] : []),
    ...(why === undefined ? [] : [`The sender got no whole reply: ${why}`]),
  ];
}
