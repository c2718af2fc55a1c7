import { Ajv } from 'ajv';
import { whyNoAnswer } from '../../canary/no-answer.ts';
import { parseJson } from '../../support/parse-json.ts';
import type { Finding } from '../../support/verdict.ts';
import { shorten } from '../../wire/document/print.ts';
import type { AgentReply } from '../../wire/reply/agent-reply.ts';
import type { Prompts, StepRecord, TrialRecord, TurnRecord } from './record.ts';

const CLAUSE = 'J';

/** What is wrong with one time that a canary was held, in the order in which it happened. */
export function findingsOf(trial: TrialRecord): readonly Finding[] {
  return trial.flatMap((record) => (record.kind === 'turn' ? turnFindings(record) : stepFindings(record)));
}

function stepFindings({ kind, label, fault }: StepRecord): readonly Finding[] {
  if (fault === undefined) return [];
  const expected = {
    restart: 'the runtime comes back and takes messages again',
    cancel: 'the task is cancelled',
  }[kind];
  return [
    { clause: CLAUSE, expected: [`step ${label}: ${expected}`], actual: `step ${label}, ${kind}: ${fault}` },
  ];
}

function turnFindings(record: TurnRecord): readonly Finding[] {
  const { outcome, expect } = record;
  switch (outcome.kind) {
    case 'answered':
      if (expect.refusal === 'required')
        return [finding(record, 'the turn is refused', answeredWords(outcome.reply))];
      return answerFindings(record, outcome.reply);
    case 'refused':
      return expect.refusal ? [] : [finding(record, dueInWords(record), outcome.words)];
    case 'failed':
    case 'overdue':
      return [finding(record, dueInWords(record), outcome.words)];
    default:
      return outcome satisfies never;
  }
}

/** A turn that only begins has its state; every other one has words, and what it is held to is asked of them. */
function answerFindings(record: TurnRecord, reply: AgentReply): readonly Finding[] {
  const { begins, expect, uncaptured, prompts } = record;
  const came = answeredWords(reply);
  const state = stateFindings(record, reply);
  if (begins || state.length > 0) return state;
  const none = whyNoAnswer(reply.text);
  if (none !== undefined)
    return [
      finding(record, 'the agent answers in words', `the agent answered with ${none}${besides(reply)}`),
    ];
  const text = reply.text.toLowerCase();
  const missing = expect.contains.filter((each) => !text.includes(each.toLowerCase()));
  const present = expect.notContains.filter((each) => text.includes(each.toLowerCase()));
  const unmatched = expect.matches.filter((pattern) => !new RegExp(pattern, 'i').test(reply.text));
  return [
    ...missing.map((each) => finding(record, `the reply contains ${quoted(each)}`, came)),
    ...present.map((each) => finding(record, `the reply does not contain ${quoted(each)}`, came)),
    ...unmatched.map((pattern) => finding(record, `the reply matches /${pattern}/i`, came)),
    ...uncaptured.map((pattern) => finding(record, `the reply has what /${pattern}/i captures`, came)),
    ...schemaFindings(record, reply.text),
    ...(prompts ? promptFindings(record, prompts) : []),
  ];
}

/** What came where an answer was due. */
function besides({ text, wordless }: AgentReply): string {
  if (text.trim() !== '') return `: ${quoted(text)}`;
  return wordless === undefined ? '' : `, but with ${shorten(wordless, 300)}`;
}

function stateFindings(record: TurnRecord, { state = 'completed', text }: AgentReply): readonly Finding[] {
  const due = record.expect.state;
  const isDue = due === undefined ? state === 'completed' || state === 'input-required' : isSame(state, due);
  if (isDue) return [];
  const expected = due === undefined ? 'the task is completed' : `the task is ${due}`;
  return [finding(record, expected, `the task is ${state}${text === '' ? '' : ` and says ${quoted(text)}`}`)];
}

/** Whoever has only just taken a task may say either. */
function isSame(state: string, due: string): boolean {
  return state === due || (due === 'working' && state === 'submitted');
}

function schemaFindings(record: TurnRecord, text: string): readonly Finding[] {
  const { schema } = record.expect;
  if (!schema) return [];
  const document = parseJson(text);
  const ajv = new Ajv({ strict: false });
  if (document !== undefined && ajv.validate(schema, document)) return [];
  const why = document === undefined ? 'it is no JSON' : ajv.errorsText();
  return [finding(record, 'the reply conforms to its schema', `${why}: ${quoted(text)}`)];
}

function promptFindings(record: TurnRecord, { last, said }: Prompts): readonly Finding[] {
  return said.flatMap((text, at) => {
    const times = last.filter((line) => line.role === 'user' && line.text === text).length;
    if (times === 1) return [];
    const expected = `the model was given turn ${at + 1} once`;
    return [
      finding(
        record,
        expected,
        `the model was given ${quoted(text)} ${times} times, in ${last.length} lines`,
      ),
    ];
  });
}

function dueInWords({ expect, begins }: TurnRecord): string {
  if (begins) return 'the runtime takes the turn';
  const [first] = expect.contains;
  return first === undefined
    ? 'the agent answers'
    : `the agent answers, and the reply contains ${quoted(first)}`;
}

function answeredWords({ text }: AgentReply): string {
  return `the agent answered ${quoted(text)}`;
}

function finding({ label, said }: TurnRecord, expected: string, actual: string): Finding {
  return {
    clause: CLAUSE,
    expected: [`turn ${label}, ${quoted(said)}: ${expected}`],
    actual: `turn ${label}: ${actual}`,
  };
}

function quoted(text: string): string {
  return `"${shorten(text, 300)}"`;
}
