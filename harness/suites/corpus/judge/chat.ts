import { parseJson } from '../../../support/parse-json.ts';
import type { Finding } from '../../../support/verdict.ts';
import { valueAt } from '../../../wire/document/pointer.ts';
import { shorten } from '../../../wire/document/print.ts';
import { textOfRecorded } from '../../../wire/recorded-body.ts';
import type { CaseRecord } from '../case-record.ts';
import type { Looked } from './rows.ts';
import type { StepEvidence } from './step-evidence.ts';

/**
 * What is wrong with the chat that the messages of a case have left (D): what a user said stands there once, with all
 * of its texts, or with the first where the platform shows no more; what another workspace said is no chat.
 */
export function chatFindings({ after }: CaseRecord, evidence: readonly StepEvidence[]): Looked {
  const { response } = after?.history ?? {};
  if (!response) return { findings: [] };
  const { status } = response;
  if (status === 404 || status === 405 || status === 501)
    return { unjudged: `chat (D): GET /chat-history answers ${status}` };
  const messages = valueAt(parseJson(textOfRecorded(response.body)), '/messages');
  if (status !== 200 || !Array.isArray(messages)) return { findings: [unreadable(status)] };
  if (evidence.some(isUntold)) return { findings: [] };
  const isOfUser = after?.workspace.caller === undefined;
  const said = (isOfUser ? evidence : []).filter(isTaken).map(textsOf).filter(hasText);
  return { findings: userFindings(said, messages.filter(isUser).map(contentOf)) };
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
    if (content === texts.join('\n') || content === texts[0]) return [];
    return [
      {
        clause: 'D',
        expected: [`the chat shows ${JSON.stringify(shorten(texts.join('\n'), 80))}`],
        actual: `the chat shows ${JSON.stringify(shorten(content, 80))}`,
      },
    ];
  });
}

function isUser(message: unknown): boolean {
  return valueAt(message, '/role') === 'user' && contentOf(message) !== '';
}

function contentOf(message: unknown): string {
  const content = valueAt(message, '/content');
  return typeof content === 'string' ? content : '';
}

function unreadable(status: number): Finding {
  const expected = ['GET /chat-history answers 200 {"messages":[…]}'];
  return { clause: 'D', expected, actual: `GET /chat-history answers ${status} and no list of messages` };
}
