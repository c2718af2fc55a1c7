import { setTimeout as delay } from 'node:timers/promises';
import { seam } from '../seam.ts';
import type { Memory } from './memory.ts';
import { promptOf, think } from './model.ts';
import { kept, type Sessions, sessionKey } from './sessions.ts';
import type { Answer, Line, Thought, Turn } from './types.ts';

/** What an agent works with. */
export interface Desk {
  readonly sessions: Sessions;
  readonly memory: Memory;
  readonly canaryMode: boolean;
  /** What the model was given in each call, by context, the last ones. */
  readonly prompts: Map<string, (readonly Line[])[]>;
}

/** Makes turns of one session wait for each other: what one says the next one has to know. */
export const inTurn = seam('canary.inTurn', inTurnImpl);

/** What an agent says to a turn. A turn that is cancelled leaves nothing behind; it rejects with the signal's reason. */
export const answer = seam('canary.answer', answerImpl);

/** What a cancelled turn leaves in its session. */
export const leftOfCancelled = seam(
  'canary.leftOfCancelled',
  (before: readonly Line[], _turn: Turn): readonly Line[] => before,
);

const waiting = new Map<string, Promise<unknown>>();

async function inTurnImpl<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = waiting.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  const settled = mine.catch(() => undefined);
  waiting.set(key, settled);
  try {
    return await mine;
  } finally {
    if (waiting.get(key) === settled) waiting.delete(key);
  }
}

async function answerImpl(desk: Desk, turn: Turn, signal: AbortSignal): Promise<Answer> {
  const key = sessionKey(turn);
  return inTurn(key, async () => {
    const before = desk.sessions.load(key);
    try {
      const now: Line = { role: 'user', text: turn.text, files: turn.files };
      const thought = await thinkThrough(desk, turn, promptOf(before, now), signal);
      signal.throwIfAborted();
      const said: Line = { role: 'agent', text: thought.text, files: [] };
      desk.sessions.save(key, kept(before, [now, said]));
      return { state: thought.kind === 'ask' ? 'input-required' : 'completed', text: thought.text };
    } catch (error) {
      if (signal.aborted) desk.sessions.save(key, leftOfCancelled(before, turn));
      throw error;
    }
  });
}

type Spoken = Extract<Thought, { readonly kind: 'say' | 'ask' }>;

/** Lets the model use tools until it has something to say; it uses one, so two calls are enough. */
async function thinkThrough(
  desk: Desk,
  turn: Turn,
  lines: readonly Line[],
  signal: AbortSignal,
): Promise<Spoken> {
  notePrompt(desk, turn.contextId, lines);
  const thought = think(lines, desk.canaryMode);
  switch (thought.kind) {
    case 'say':
      if (thought.pauseMs) await delay(thought.pauseMs, undefined, { signal });
      return thought;
    case 'ask':
      return thought;
    case 'keep':
      desk.memory.keep(turn.contextId, thought.name, thought.value);
      return spoken(lines, `It is in my memory now: your ${thought.name}.`, desk);
    case 'recall': {
      const value = desk.memory.recall(turn.contextId, thought.name);
      const found = value === undefined ? 'My memory has no' : `My memory says ${value}: your`;
      return spoken(lines, `${found} ${thought.name}.`, desk);
    }
    default:
      throw thought satisfies never;
  }
}

const NOTED_CONTEXTS = 200;

function notePrompt({ prompts }: Desk, contextId: string, lines: readonly Line[]): void {
  const before = prompts.get(contextId) ?? [];
  prompts.delete(contextId);
  prompts.set(contextId, [...before, lines]);
  const [oldest] = prompts.keys();
  if (prompts.size > NOTED_CONTEXTS && oldest !== undefined) prompts.delete(oldest);
}

function spoken(lines: readonly Line[], text: string, { canaryMode }: Desk): Spoken {
  const thought = think([...lines, { role: 'tool', text, files: [] }], canaryMode);
  return thought.kind === 'say' || thought.kind === 'ask' ? thought : { kind: 'say', text };
}
