import { setTimeout as delay } from 'node:timers/promises';
import { seam } from '../seam.ts';
import type { Agent } from './agents.ts';
import { untilGone } from './hold.ts';
import type { AgentSetup, Reading } from './types.ts';

const SLOW_MS = 1_000;

/** What agent code is called with: the line's own message object and whether its task was waiting for input. */
export interface Turn {
  readonly message: unknown;
  /** The rest of the request, where the line shows it. */
  readonly request?: unknown;
  readonly waiting: boolean;
}

/** What agent code comes to, before it is put into the words of a protocol line. */
export type Answer =
  | { readonly form: 'message'; readonly text: string }
  | {
      readonly form: 'task';
      readonly state: 'completed' | 'input-required' | 'failed';
      readonly text: string;
    };

/** The message as agent code gets it; undefined when none gets there. */
export const handOver = seam('runtime.handOver', (message: unknown, _agent: string): unknown => message);

/** The neutral form of a message, by the reading of its line. */
export const readWith = seam(
  'runtime.reading',
  (message: unknown, lineReading: (message: unknown) => Reading): Reading => lineReading(message),
);

/** What the agent says to a text that it could read. */
export const reply = seam('runtime.reply', replyImpl);

/**
 * The agent itself, the same on every line: takes the message, notes it in the inbox, and echoes the text that it
 * could read. In mode `naive` it throws on a message without parts, as real agents do.
 */
export async function think(
  agent: Agent,
  turn: Turn,
  lineReading: (message: unknown) => Reading,
): Promise<Answer> {
  const message = handOver(turn.message, agent.id);
  if (message === undefined) return reply('', agent.setup, turn.waiting);
  const reading = readWith(message, lineReading);
  agent.inbox.addHanded(message, reading, turn.request);
  const pauseMs = thinkingMs(agent.setup);
  if (pauseMs > 0) await delay(pauseMs);
  await untilGone(agent.id);
  if (agent.setup.answer === 'naive') filterUnguarded(message);
  return reply(textOf(reading), agent.setup, turn.waiting);
}

/** Whether the agent answers by tasks, which then go through `working` before they end. */
export function answersByTask(setup: AgentSetup): boolean {
  return setup.answer === 'task' || setup.answer === 'input-required';
}

function thinkingMs(setup: AgentSetup): number {
  return setup.delayMs ?? (setup.mode === 'slow' ? SLOW_MS : 0);
}

function filterUnguarded(message: unknown): void {
  (message as { parts: unknown[] }).parts.filter(Boolean);
}

function textOf(reading: Reading): string {
  return reading.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n');
}

function replyImpl(textRead: string, setup: AgentSetup, waiting: boolean): Answer {
  const text = `echo: ${textRead}`;
  if (!answersByTask(setup)) return { form: 'message', text };
  const asks = setup.answer === 'input-required' && !waiting;
  return { form: 'task', state: asks ? 'input-required' : 'completed', text };
}
