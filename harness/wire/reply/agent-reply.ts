import { valueAt } from '../document/pointer.ts';
import { plainState, stateOf } from './task-state.ts';
import type { Envelope } from './told.ts';

/** What an agent answered to one message, put together from however many envelopes it came in. */
export interface AgentReply {
  /** The agent's words; empty when there are none. */
  readonly text: string;
  /** What it said without any word: its other parts, as JSON. */
  readonly wordless?: string;
  /** Of its task, by its name in 0.x; absent when the answer is a message. */
  readonly state?: string;
  readonly taskId?: string;
  readonly contextId?: string;
}

/**
 * Reads the answer to the message with that id, whichever shape it has: a message, a task, events of a stream, of 0.x or
 * 1.0, wrapped or not. Its words are those of the message; else of the status at which the task rests; else of its
 * artifacts; else of the agent's messages in its history that came after ours. A user's words are never an answer.
 */
export function agentReplyIn(envelopes: readonly Envelope[], messageId: string): AgentReply {
  const seen = new Seen();
  for (const { plain } of envelopes) seen.take(valueAt(plain, '/result'), stateOf(plain));
  return seen.reply(messageId);
}

/** Parts of one message or artifact belong together as they stand: many runtimes put each token into one. */
function textOf(parts: unknown): string {
  if (!Array.isArray(parts)) return '';
  return parts
    .map((part) => valueAt(part, '/text'))
    .filter((text) => typeof text === 'string')
    .join('');
}

/** What the envelopes have said so far. */
class Seen {
  #message: unknown;
  #status: unknown;
  #state: string | undefined;
  readonly #artifacts = new Map<unknown, unknown[]>();
  #history: unknown[] = [];
  #taskId: string | undefined;
  #contextId: string | undefined;

  take(result: unknown, state: unknown): void {
    const task = valueAt(result, '/task') ?? result;
    const update =
      valueAt(result, '/statusUpdate') ?? (hasKind(result, 'status-update') ? result : undefined);
    const artifact =
      valueAt(result, '/artifactUpdate') ?? (hasKind(result, 'artifact-update') ? result : undefined);
    const bare = valueAt(result, '/parts') !== undefined ? result : undefined;
    const message = valueAt(result, '/message') ?? bare;
    if (state !== undefined) this.#state = plainState(state);
    if (update !== undefined) this.#takeStatus(update);
    else if (artifact !== undefined) this.#takeArtifact(artifact);
    else if (message !== undefined) this.#takeMessage(message);
    else this.#takeTask(task);
  }

  reply(messageId: string): AgentReply {
    const text = this.#text(messageId);
    const wordless = text === '' ? this.#wordless() : [];
    return {
      text,
      ...(wordless.length > 0 && { wordless: JSON.stringify(wordless) }),
      ...(this.#state !== undefined && { state: this.#state }),
      ...(this.#taskId !== undefined && { taskId: this.#taskId }),
      ...(this.#contextId !== undefined && { contextId: this.#contextId }),
    };
  }

  #text(messageId: string): string {
    const rests = this.#state !== 'working' && this.#state !== 'submitted';
    const texts = [
      () => textOf(valueAt(this.#message, '/parts')),
      () => (rests && isAgents(this.#status) ? textOf(valueAt(this.#status, '/parts')) : ''),
      () => [...this.#artifacts.values()].map(textOf).filter(isSaid).join('\n'),
      () => saidAfter(this.#history, messageId),
    ];
    for (const read of texts) {
      const text = read().trim();
      if (text !== '') return text;
    }
    return '';
  }

  /** Of a question that stands in data, as some frameworks ask it, the data; of any other part all of it. */
  #wordless(): readonly unknown[] {
    const own = [this.#message, this.#status].filter(isAgents).flatMap((each) => listAt(each, '/parts'));
    const parts = [...own, ...[...this.#artifacts.values()].flat()];
    return parts
      .filter((part) => valueAt(part, '/text') === undefined)
      .map((part) => valueAt(part, '/data') ?? part);
  }

  #takeMessage(message: unknown): void {
    if (isAgents(message)) this.#message = message;
    this.#learnIds(valueAt(message, '/taskId'), valueAt(message, '/contextId'));
  }

  #takeTask(task: unknown): void {
    this.#status = valueAt(task, '/status/message');
    for (const artifact of listAt(task, '/artifacts'))
      this.#artifacts.set(idOf(artifact), [...listAt(artifact, '/parts')]);
    this.#history = [...listAt(task, '/history')];
    this.#learnIds(valueAt(task, '/id'), valueAt(task, '/contextId'));
  }

  #takeStatus(update: unknown): void {
    this.#status = valueAt(update, '/status/message');
    if (this.#status !== undefined) this.#history.push(this.#status);
    this.#learnIds(valueAt(update, '/taskId'), valueAt(update, '/contextId'));
  }

  #takeArtifact(update: unknown): void {
    const artifact = valueAt(update, '/artifact');
    const before = valueAt(update, '/append') === true ? this.#artifacts.get(idOf(artifact)) : undefined;
    // Added to in place: a reply may be streamed in ten thousand pieces.
    if (before) for (const part of listAt(artifact, '/parts')) before.push(part);
    else this.#artifacts.set(idOf(artifact), [...listAt(artifact, '/parts')]);
    this.#learnIds(valueAt(update, '/taskId'), valueAt(update, '/contextId'));
  }

  #learnIds(taskId: unknown, contextId: unknown): void {
    if (typeof taskId === 'string' && taskId !== '') this.#taskId = taskId;
    if (typeof contextId === 'string' && contextId !== '') this.#contextId = contextId;
  }
}

function hasKind(result: unknown, kind: string): boolean {
  return valueAt(result, '/kind') === kind;
}

function listAt(value: unknown, pointer: string): readonly unknown[] {
  const list = valueAt(value, pointer);
  return Array.isArray(list) ? list : [];
}

function idOf(artifact: unknown): unknown {
  return valueAt(artifact, '/artifactId');
}

/** One that says no role speaks for the agent that sent it. */
function isAgents(message: unknown): boolean {
  const role = valueAt(message, '/role') ?? 'agent';
  return role === 'agent' || role === 'ROLE_AGENT';
}

/** Where ours does not stand, nothing tells which turn a message answers, so the last one counts. */
function saidAfter(history: readonly unknown[], messageId: string): string {
  const at = history.findLastIndex((message) => valueAt(message, '/messageId') === messageId);
  const after = history
    .slice(at + 1)
    .filter((message) => valueAt(message, '/role') !== undefined && isAgents(message));
  const spoken = at === -1 ? after.slice(-1) : after;
  return spoken
    .map((message) => textOf(valueAt(message, '/parts')))
    .filter(isSaid)
    .join('\n');
}

function isSaid(text: string): boolean {
  return text !== '';
}
