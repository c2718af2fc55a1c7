import { parseJson } from '../../../support/parse-json.ts';
import type { Finding } from '../../../support/verdict.ts';
import { valueAt } from '../../../wire/document/pointer.ts';
import type { RecordedResponse } from '../../../wire/exchange.ts';
import { bodyOfReply } from '../../../wire/reply/body.ts';
import { textsApart } from './chat-lines.ts';
import type { StepEvidence } from './step-evidence.ts';

/** A line of a chat, as a client reads it. */
export interface ChatLine {
  readonly role: string;
  readonly content: string;
}

/** What the chat has to show of an answer; `may` where a platform that shows nothing is as good. */
export type DueAnswer =
  | ({ readonly must: true } & ChatLine)
  /** An error in a word of the system; any where nobody else knows its text. */
  | { readonly must: false; readonly content: string | undefined };

/** What the chat shows of how the agent answered one message (D); nothing of a message that waits for its agent. */
export function dueAnswer({ record, told }: StepEvidence): DueAnswer | undefined {
  const { said, exchange } = record;
  if (told.kind === 'queued') return { must: false, content: undefined };
  const { response } = exchange;
  const answer = said.at(-1) ?? (response && response.status < 300 ? response : undefined);
  return answer ? readAnswer(answer) : { must: false, content: undefined };
}

function readAnswer(answer: RecordedResponse): DueAnswer | undefined {
  const document = parseJson(bodyOfReply(answer).toString());
  const content = wordsOf(document);
  if (content !== '') {
    const failed = answer.status >= 400 || content.toLowerCase().startsWith('agent error');
    return { must: true, role: failed ? 'system' : 'agent', content };
  }
  const error = errorOf(document);
  if (error !== undefined) return { must: false, content: error };
  return answer.status >= 400 ? { must: false, content: undefined } : undefined;
}

/** The words of an answer, from the places that are read, in their order. */
function wordsOf(document: unknown): string {
  const result = valueAt(document, '/result');
  if (typeof result === 'string' && result !== '') return result;
  const parts = listAt(result, '/parts');
  const texts = [
    ...textsIn(parts),
    ...parts.map((part) => valueAt(part, '/root/text')),
    ...listAt(result, '/artifacts').flatMap((artifact) => textsIn(listAt(artifact, '/parts'))),
  ].filter((text) => typeof text === 'string' && text !== '');
  const task = valueAt(document, '/task');
  return texts.length > 0 ? texts.join('\n') : typeof task === 'string' ? task : '';
}

function textsIn(parts: readonly unknown[]): readonly unknown[] {
  const isText = (part: unknown) => [valueAt(part, '/kind'), valueAt(part, '/type')].includes('text');
  return parts.filter(isText).map((part) => valueAt(part, '/text'));
}

function listAt(document: unknown, pointer: string): readonly unknown[] {
  const list = valueAt(document, pointer);
  return Array.isArray(list) ? list : [];
}

function errorOf(document: unknown): string | undefined {
  const error = valueAt(document, '/error/message') ?? valueAt(document, '/error');
  return typeof error === 'string' && error !== '' ? error : undefined;
}

/** Where the chat shows other answers than were given, or in the words of somebody else. */
export function answerFindings(due: readonly DueAnswer[], shown: readonly ChatLine[]): readonly Finding[] {
  const wanted = due.flatMap((answer) => (answer.must ? [answer] : []));
  const lines = withoutErrors(due, shown);
  if (wanted.length !== lines.length) {
    const expected = [`the chat shows ${wanted.length} answers`];
    return [{ clause: 'D', expected, actual: `the chat shows ${lines.length} answers` }];
  }
  return wanted.flatMap((answer, at) => {
    const { role = '', content = '' } = lines[at] ?? {};
    return [...roleFindings(answer, role), ...textsApart(answer.content, content)];
  });
}

function roleFindings({ role: due, content }: ChatLine, role: string): readonly Finding[] {
  if (role === due) return [];
  const what = `the chat shows the answer ${JSON.stringify(content.slice(0, 40))}`;
  return [
    {
      clause: 'D',
      expected: [`${what} in the role ${JSON.stringify(due)}`],
      actual: `${what} in the role ${JSON.stringify(role)}`,
    },
  ];
}

/** What is shown beside the errors that may be shown, in whatever words, each once. */
function withoutErrors(due: readonly DueAnswer[], shown: readonly ChatLine[]): readonly ChatLine[] {
  const wanted = due.flatMap((answer) => (answer.must ? [answer.content] : []));
  let forgiven = due.length - wanted.length;
  return shown.filter(({ role, content }) => {
    if (role !== 'system' || wanted.includes(content) || forgiven === 0) return true;
    forgiven -= 1;
    return false;
  });
}
