import type { Canary, Expect, Step, Turn } from '../../canary/canary.ts';
import type { HistoryLine, Outgoing } from '../../canary/envelope.ts';
import { fill, fillPattern, nonceNamed, placeholdersIn, type Values } from '../../canary/placeholders.ts';
import type { SessionStyle } from '../../config/runtime-terms.ts';
import { freshWord } from './nonces.ts';
import type { Prompts, StepRecord, TrialRecord, TurnRecord } from './record.ts';
import { cancel, type Ear, freshId, isAtWork, speak } from './speak.ts';

/** What a conversation is held with. */
export interface Partner {
  readonly ear: Ear;
  readonly session: SessionStyle;
  /** For each turn that names none. */
  readonly deadlineMs: number;
  /** Restarts the runtime and waits until it takes messages again; answers why it did not come back. */
  restart(): Promise<string | undefined>;
  /** What its model was given in a context, call by call. */
  prompts(contextId: string): Promise<Prompts['last']>;
}

/** One conversation of a canary, which has one or more. */
interface Context {
  readonly id: string;
  issued?: string;
  /** What its last message was sent with, or came back with. */
  current?: string;
  taskId?: string;
  readonly lines: HistoryLine[];
}

/** Holds a canary once, with fresh nonces; a turn that gets no answer ends it, for what follows would mean nothing. */
export async function converse(canary: Canary, partner: Partner): Promise<TrialRecord> {
  const talk = new Talk(partner);
  const records: (TurnRecord | StepRecord)[] = [];
  for (const item of canary.items) {
    const turns = item.kind === 'together' ? item.turns : item.kind === 'turn' ? [item] : [];
    const made = turns.length > 0 ? await talk.turns(turns) : [await talk.step(item as Step)];
    records.push(...made);
    if (!made.every(goesOn)) break;
  }
  return records;
}

function goesOn(record: TurnRecord | StepRecord): boolean {
  if (record.kind !== 'turn') return record.fault === undefined;
  const { outcome, begins, expect } = record;
  if (outcome.kind === 'refused') return expect.refusal !== undefined;
  return outcome.kind === 'answered' && (!begins || isAtWork(outcome.reply));
}

/** Everything that one time of holding a canary has to remember. */
class Talk {
  readonly #partner: Partner;
  readonly #nonces = new Map<string, string>();
  readonly #captured = new Map<string, string>();
  readonly #contexts = new Map<string, Context>();
  /** Nonces of turns that were refused: nobody need know them. */
  readonly #refused = new Set<string>();
  readonly #values: Values = {
    nonce: (name) => {
      const word = this.#nonces.get(name) ?? freshWord();
      this.#nonces.set(name, word);
      return word;
    },
    captured: (name) => this.#captured.get(name),
  };

  constructor(partner: Partner) {
    this.#partner = partner;
  }

  async turns(turns: readonly Turn[]): Promise<readonly TurnRecord[]> {
    return Promise.all(turns.map((turn) => this.#turn(turn)));
  }

  async step(step: Step): Promise<StepRecord> {
    const { kind, label } = step;
    const fault = kind === 'restart' ? await this.#partner.restart() : await this.#cancel(step.context);
    return { kind, label, ...(fault !== undefined && { fault }) };
  }

  async #cancel(alias: string): Promise<string | undefined> {
    const { taskId } = this.#context(alias);
    if (taskId === undefined) return 'the turn before it came without a task, so there is nothing to cancel';
    return cancel(this.#partner.ear, taskId, this.#partner.deadlineMs);
  }

  async #turn(turn: Turn): Promise<TurnRecord> {
    const { label, context: alias, begins, drops } = turn;
    const context = this.#context(alias);
    const message = this.#message(turn, context);
    const expect = this.#expect(turn.expect);
    const manner = { deadlineMs: expect.deadlineMs ?? this.#partner.deadlineMs, begins, drops };
    const speech = await speak(this.#partner.ear, message, manner);
    const { outcome, exchange, durationMs } = speech;
    if (outcome.kind === 'refused' && expect.refusal) this.#forget(turn);
    if (outcome.kind === 'answered') {
      const { contextId, taskId, text } = outcome.reply;
      context.current = message.contextId ?? contextId ?? context.id;
      if (contextId !== undefined) context.issued = contextId;
      if (taskId !== undefined) context.taskId = taskId;
      context.lines.push({ role: 'user', text: message.text }, { role: 'agent', text });
    }
    const uncaptured = this.#capture(turn, outcome.kind === 'answered' ? outcome.reply.text : '');
    return {
      kind: 'turn',
      ...{ label, context: alias, begins, outcome, expect, uncaptured, durationMs },
      said: [message.text, ...message.files.map(({ name }) => `[file ${name}]`)]
        .filter((text) => text !== '')
        .join(' '),
      ...(drops && exchange.response?.cut !== true && { wasNotDropped: true }),
      ...(expect.prompt && { prompts: await this.#prompts(context) }),
      requestId: exchange.requestId,
    };
  }

  #message({ text, files, ids, continues, begins, drops }: Turn, context: Context): Outgoing {
    const { session } = this.#partner;
    const own = {
      context: ids,
      issued: ids === 'none' ? ids : 'issued',
      history: 'none',
      none: 'none',
    } as const;
    const contextId = { client: context.id, issued: context.issued, none: undefined }[own[session]];
    const taskId = continues === undefined ? undefined : this.#context(continues).taskId;
    return {
      messageId: freshId(),
      text: fill(text, this.#values),
      files: files.map((file) => ({
        ...file,
        name: fill(file.name, this.#values),
        text: fill(file.text, this.#values),
      })),
      ...(contextId !== undefined && { contextId }),
      ...(taskId !== undefined && { taskId }),
      waits: !begins,
      streams: drops,
      ...(session === 'history' && { history: [...context.lines] }),
    };
  }

  /** Expectations with the words of this time in them; what a refused turn told is not among them. */
  #expect(expect: Expect): Expect {
    const isDue = (text: string) =>
      !placeholdersIn(text).some((inside) => this.#refused.has(nonceNamed(inside) ?? ''));
    return {
      ...expect,
      contains: expect.contains.filter(isDue).map((text) => fill(text, this.#values)),
      notContains: expect.notContains.map((text) => fill(text, this.#values)),
      matches: expect.matches.filter(isDue).map((text) => fillPattern(text, this.#values).source),
    };
  }

  #forget({ text, files }: Turn): void {
    const said = [text, ...files.flatMap((file) => [file.name, file.text])];
    for (const inside of said.flatMap(placeholdersIn)) this.#refused.add(nonceNamed(inside) ?? '');
  }

  /** Answers what was not found. */
  #capture({ capture }: Turn, text: string): readonly string[] {
    return Object.entries(capture).flatMap(([name, pattern]) => {
      const [, found] = fillPattern(pattern, this.#values).exec(text) ?? [];
      if (found !== undefined) this.#captured.set(name, found);
      return found === undefined ? [pattern] : [];
    });
  }

  async #prompts({ id, current = id, lines }: Context): Promise<Prompts> {
    const said = lines.filter(({ role }) => role === 'user').map(({ text }) => text);
    return { last: await this.#partner.prompts(current), said };
  }

  #context(alias: string): Context {
    const known = this.#contexts.get(alias) ?? { id: freshId('ctx-'), lines: [] };
    this.#contexts.set(alias, known);
    return known;
  }
}
