import type { Seams } from '../../../../compose/seams.ts';
import { at, type SeamChange } from '../../../faults/plant.ts';

/** What the sender of a message gets. */
export type Told = ReturnType<Seams['platform.mapResult']>;

/** The platform tells the sender something else than it would of an agent's answer; `text` is the body of that. */
export function told(change: (text: string, reply: Told) => Partial<Told>): SeamChange {
  return at('platform.mapResult', (map) => (status, body, rules) => {
    const reply = map(status, body, rules);
    return { ...reply, ...change(Buffer.from(reply.body).toString(), reply) };
  });
}

/** The same with the text of the body alone. */
export function toldText(change: (text: string) => string): SeamChange {
  return told((text) => {
    const changed = change(text);
    return changed === text ? {} : { body: changed };
  });
}

/** An answer that is a task of 0.x. */
export function isTask(text: string): boolean {
  return text.includes('"kind":"task"');
}

/** The answer to a request whose id is a number of one digit. */
export function hasShortNumber(text: string): boolean {
  return NUMBER_ID.test(text);
}

export const NUMBER_ID = /"id":(\d)(?=[,}])/;

/** An answer with a character beyond ASCII. */
export function isBeyondAscii(text: string): boolean {
  return /[^\0-\x7f]/.test(text);
}
