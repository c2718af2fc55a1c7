import { parseJson } from '../../../support/parse-json.ts';
import type { Finding } from '../../../support/verdict.ts';
import { valueAt } from '../../../wire/document/pointer.ts';
import { textOfRecorded } from '../../../wire/recorded-body.ts';
import type { CaseRecord } from '../case-record.ts';
import { answerFindings, type ChatLine, dueAnswer } from './chat-answers.ts';
import { textsApart } from './chat-lines.ts';
import type { Looked } from './rows.ts';
import type { StepEvidence } from './step-evidence.ts';

/** What a page of the chat has at most (D). */
const PAGE_ROWS = 1_000;

/**
 * What is wrong with the chat that the messages of a case have left (D): what a user said stands there once, with all
 * of its texts, or with the first where the platform shows no more, and after it what the agent answered; what another
 * workspace said is no chat.
 */
export function chatFindings({ after }: CaseRecord, evidence: readonly StepEvidence[]): Looked {
  const { response } = after?.history ?? {};
  if (!response) return { findings: [] };
  const { status } = response;
  if (status === 404 || status === 405 || status === 501)
    return { unjudged: `chat (D): GET /chat-history answers ${status}` };
  const document = parseJson(textOfRecorded(response.body));
  const messages = valueAt(document, '/messages');
  if (status !== 200 || !Array.isArray(messages)) return { findings: [unreadable(status)] };
  if (evidence.some(isUntold)) return { findings: [] };
  const isOfUser = after?.workspace.caller === undefined;
  const taken = isOfUser ? evidence.filter(isTaken) : [];
  const lines = messages.map(lineOf).filter(({ content }) => content !== '');
  return { findings: [...endFindings(document, messages.length), ...lineFindings(taken, lines)] };
}

/** What is said and shown, by both sides; the order of both is looked at where each for itself is right. */
function lineFindings(taken: readonly StepEvidence[], lines: readonly ChatLine[]): readonly Finding[] {
  const said = taken.map(textsOf).filter(hasText);
  const answers = taken.map(dueAnswer).filter((answer) => answer !== undefined);
  const findings = [
    ...userFindings(
      said,
      lines.filter(isUser).map(({ content }) => content),
    ),
    ...answerFindings(
      answers,
      lines.filter((line) => !isUser(line)),
    ),
  ];
  return findings.length > 0 ? findings : orderFindings(taken, lines);
}

/** A message stands before its answer, and both before what was said later; who says nothing has no line. */
function orderFindings(taken: readonly StepEvidence[], lines: readonly ChatLine[]): readonly Finding[] {
  const shown = lines.map((line) => (isUser(line) ? 'user' : 'answer'));
  let at = 0;
  for (const step of taken) {
    if (hasText(textsOf(step))) {
      if (shown[at] !== 'user') return [outOfOrder(shown)];
      at += 1;
    }
    if (shown[at] === 'answer' && dueAnswer(step)) at += 1;
    else if (dueAnswer(step)?.must) return [outOfOrder(shown)];
  }
  return [];
}

function outOfOrder(shown: readonly string[]): Finding {
  const expected = ['the chat shows each message of the user before its answer, oldest first'];
  return { clause: 'D', expected, actual: `the chat shows, from top to bottom: ${shown.join(', ')}` };
}

/** There are never so many rows that a page has no room for them. */
function endFindings(document: unknown, count: number): readonly Finding[] {
  const end = valueAt(document, '/reached_end');
  if (end === true || count >= PAGE_ROWS) return [];
  const expected = ['a page with fewer rows than were asked for has "reached_end": true'];
  return [{ clause: 'D', expected, actual: `the page has "reached_end": ${JSON.stringify(end)}` }];
}

/** Whether it stands in the chat that nobody was told of it, or that its agent could not be reached, is left open. */
function isUntold({ told, arrived }: StepEvidence): boolean {
  return told.kind === 'nothing' || (told.kind === 'refused' && told.status >= 500 && arrived.length === 0);
}

function isTaken({ arrived, told }: StepEvidence): boolean {
  return arrived.length > 0 || told.kind === 'queued';
}

/** The texts of a message as the platform forwarded it, whatever the kind of their parts. */
function textsOf({ arrived }: StepEvidence): readonly string[] {
  const parts = valueAt(arrived[0]?.plain, '/params/message/parts');
  if (!Array.isArray(parts)) return [];
  return parts
    .map((part) => valueAt(part, '/text'))
    .filter((text): text is string => typeof text === 'string' && text !== '');
}

function hasText(texts: readonly string[]): boolean {
  return texts.length > 0;
}

function userFindings(said: readonly (readonly string[])[], shown: readonly string[]): readonly Finding[] {
  if (said.length !== shown.length) {
    const expected = [`the chat shows ${said.length} messages of the user`];
    return [{ clause: 'D', expected, actual: `the chat shows ${shown.length} messages of the user` }];
  }
  return said.flatMap((texts, at) => {
    const content = shown[at] ?? '';
    return content === texts[0] ? [] : textsApart(texts.join('\n'), content);
  });
}

function isUser({ role }: ChatLine): boolean {
  return role === 'user';
}

function lineOf(message: unknown): ChatLine {
  const [role, content] = [valueAt(message, '/role'), valueAt(message, '/content')];
  return { role: String(role), content: typeof content === 'string' ? content : '' };
}

function unreadable(status: number): Finding {
  const expected = ['GET /chat-history answers 200 {"messages":[…]}'];
  return { clause: 'D', expected, actual: `GET /chat-history answers ${status} and no list of messages` };
}
