import { isDeepStrictEqual } from 'node:util';
import type { Revision } from '../../../corpus/entry.ts';
import { formOfRule } from '../../../corpus/revisions.ts';
import { parseJson } from '../../../support/parse-json.ts';
import type { Finding } from '../../../support/verdict.ts';
import { apart, bytesApart } from '../../../wire/apart.ts';
import { valueAt } from '../../../wire/document/pointer.ts';
import type { RecordedResponse } from '../../../wire/exchange.ts';
import { bodyOfReply } from '../../../wire/reply/body.ts';
import { headerFindings } from './headers-back.ts';
import type { StepEvidence } from './step-evidence.ts';
import { ALLOWED_CHANGES, type AllowedChange, OWN, PASSED_ON, type Passing } from './way-back-changes.ts';

const CLAUSE = 'A.9';

/**
 * Where the sender got something else than the runtime answered: status, content type and the bytes of the body, but
 * for what the contract changes, and no header of the agent. What never came to an answer, or never reached the sender, is judged elsewhere; what is
 * queued may be answered behind the back of its sender.
 */
export function wayBackFindings(evidence: StepEvidence, revision: Revision): readonly Finding[] {
  const { exchange, said } = evidence.record;
  if (evidence.entry.route !== 'platform' || !exchange.response || exchange.failure) return [];
  const got = passingOf(exchange.response);
  return [...saidFindings(evidence, got, revision), ...headerFindings(said, exchange.response)];
}

function saidFindings(evidence: StepEvidence, got: Passing, revision: Revision): readonly Finding[] {
  const { said } = evidence.record;
  if (said.length === 0 || evidence.told.kind === 'queued') return ownFindings(evidence, got);
  const judged = said.flatMap((reply) => {
    const due = dueOf(passingOf(reply), revision);
    return due ? [differencesOf(due, got)] : [];
  });
  return judged.some((findings) => findings.length === 0) ? [] : (judged.at(-1) ?? []);
}

/** What the platform says of itself: that something is queued, or that it refuses. */
function ownFindings({ entry, told, arrived }: StepEvidence, got: Passing): readonly Finding[] {
  const isPush = arrived.some(({ arrival }) => arrival.via === 'push');
  if (told.kind === 'success' && isPush) return [unanswered()];
  if (told.kind === 'queued') {
    const mode = valueAt(parseJson(got.body.toString()), '/delivery_mode');
    const isPolled = entry.agent.mode === 'poll';
    return [...typeFindings(PASSED_ON, got), ...(isPolled && mode !== 'poll' ? [notPolled(mode)] : [])];
  }
  return told.kind === 'refused' && arrived.length === 0 ? typeFindings(OWN, got) : [];
}

function unanswered(): Finding {
  const expected = ['the sender is told what the agent answered'];
  return { clause: CLAUSE, expected, actual: 'the sender got a result, and the agent had not answered' };
}

function notPolled(mode: unknown): Finding {
  const expected = ['a polled message is acknowledged with "delivery_mode":"poll"'];
  return { clause: 'A.5', expected, actual: `the delivery mode of the reply is ${JSON.stringify(mode)}` };
}

/** What has to become of a reply; `undefined` where nobody knows which form of a rule the subject follows. */
function dueOf(reply: Passing, revision: Revision): Passing | undefined {
  const changes = ALLOWED_CHANGES.map((change) => ({ change, form: formOf(change, revision) }));
  if (changes.some(({ change, form }) => form === 'unknown' && change.holds(reply))) return undefined;
  return changes.reduce(
    (due, { change, form }) => (form === 'R3' && change.holds(due) ? change.becomes(due) : due),
    reply,
  );
}

function formOf({ rule }: AllowedChange, revision: Revision) {
  return rule === undefined ? 'R3' : formOfRule(rule, revision);
}

function differencesOf(due: Passing, got: Passing): readonly Finding[] {
  return [
    ...statusFindings(due, got),
    ...typeFindings(due.contentType, got),
    ...(due.made ? madeFindings(due.made, due, got) : bodyFindings(due, got)),
  ];
}

function statusFindings({ status }: Passing, got: Passing): readonly Finding[] {
  if (status === got.status) return [];
  const expected = [`the sender gets HTTP ${status}, as the agent answered`];
  return [
    { clause: CLAUSE, expected, actual: `the agent answered HTTP ${status}, the sender got ${got.status}` },
  ];
}

function typeFindings(due: string | undefined, { contentType }: Passing): readonly Finding[] {
  if (due === undefined || (contentType !== undefined && mediaType(due) === mediaType(contentType)))
    return [];
  const actual = contentType === undefined ? 'absent' : JSON.stringify(contentType);
  return [
    {
      clause: CLAUSE,
      expected: [`the content type of the reply is ${due}`],
      actual: `the content type of the reply is ${actual}`,
    },
  ];
}

/** A media type without what HTTP gives no meaning to: case, white space, quotes. */
function mediaType(text: string): string {
  return text.toLowerCase().replace(/[\s"]/g, '').replace(/;$/, '');
}

function madeFindings(
  made: NonNullable<Passing['made']>,
  due: Passing,
  { body }: Passing,
): readonly Finding[] {
  const document = parseJson(body.toString());
  if (body.length > 0 && body.equals(due.body) && !isDeepStrictEqual(document, made)) {
    const expected = [`the body of the reply is ${JSON.stringify(made)} instead of what the agent said`];
    return [{ clause: CLAUSE, expected, actual: 'the body of the reply is that of the agent, as it was' }];
  }
  return Object.entries(made).flatMap(([name, due]) => {
    const said = valueAt(document, `/${name}`);
    if (isDeepStrictEqual(said, due)) return [];
    const expected = [`the body of the reply is a document with "${name}": ${JSON.stringify(due)}`];
    const window = apart(`${due}`, typeof said === 'string' ? said : `${body}`);
    const where = typeof said === 'string' ? `"${name}"` : 'the body';
    return [{ clause: CLAUSE, expected, actual: `${where} of the reply is another: ${window?.actual}` }];
  });
}

function bodyFindings({ body: due }: Passing, { body }: Passing): readonly Finding[] {
  const window = bytesApart(due, body);
  if (!window) return [];
  const { offset, expected, actual } = window;
  return [
    {
      clause: CLAUSE,
      expected: [`the ${due.length} bytes of the agent: at byte ${offset} ${expected}`],
      actual: `the sender got ${body.length} bytes, other ones from byte ${offset} on: ${actual}`,
    },
  ];
}

/** A reply as its reader has it. */
function passingOf(reply: RecordedResponse): Passing {
  const { status, headers } = reply;
  return { status, contentType: headers['content-type'], body: bodyOfReply(reply) };
}
