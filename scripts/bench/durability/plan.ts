import { type Random, randomOf } from '../../../harness/support/random.ts';

/** The ways on which a message is acknowledged. */
export const WAYS = ['push', 'poll', 'notify'] as const;
export type Way = (typeof WAYS)[number];

/** Who is killed. */
export const VICTIMS = ['platform', 'PostgreSQL', 'runtime'] as const;
export type Victim = (typeof VICTIMS)[number];

/**
 * When: once everything has been answered, at some moment while messages are under way, with one of the replies, or with
 * the reply to a message whose insert is held up.
 */
export type Moment = 'idle' | 'in flight' | 'after reply' | 'held up';

/** One round as it is meant to go. */
export interface RoundPlan {
  readonly round: number;
  readonly victim: Victim;
  readonly moment: Moment;
  /** Before the kill, in milliseconds: after the last reply when idle, else after the first message. */
  readonly waitMs: number;
  /** The kill comes with this reply, when it comes with one. */
  readonly atReply: number;
  /** In the order in which they are sent, as far as it comes. */
  readonly messages: readonly Message[];
}

/** A message before it is sent; its text begins with its id, which no other message of the seed has. */
export interface Message {
  readonly id: string;
  readonly way: Way;
  readonly text: string;
}

const LEAST_MESSAGES = 6;
const MOST_MESSAGES = 24;
const MAX_WAIT_MS = 60;

/** What a round does; the same for the same seed and number. */
export function planRound(seed: number, round: number): RoundPlan {
  const random = randomOf(`${seed}/${round}`);
  const victim = drawn(random, { platform: 80, PostgreSQL: 10, runtime: 10 });
  const moment = drawn(random, { idle: 20, 'in flight': 45, 'after reply': 30, 'held up': 5 });
  const count = between(random, LEAST_MESSAGES, MOST_MESSAGES);
  const plan = {
    ...{ round, victim, moment },
    waitMs: between(random, 0, MAX_WAIT_MS),
    atReply: between(random, 1, count / 2),
    messages: Array.from({ length: count }, (_, index) => messageOf(random, `${seed}/${round}/${index}`)),
  };
  return moment === 'held up' ? heldUp(plan) : plan;
}

/** A round in which a platform that writes the row of one way behind the reply cannot but lose it. */
export function planControl(seed: number, round: number, way: Way): RoundPlan {
  const plan = planRound(seed, round);
  return heldUp({ ...plan, messages: plan.messages.map((message) => ({ ...message, way })) });
}

/** One message, and nobody but the platform to die with its row. */
function heldUp(plan: RoundPlan): RoundPlan {
  return { ...plan, victim: 'platform', moment: 'held up', atReply: 1, messages: plan.messages.slice(0, 1) };
}

/** A message of its own for the same round, by which it is seen whether the victim is back. */
export function probeOf(seed: number, { round, victim }: RoundPlan, attempt: number): Message {
  const id = `${seed}/${round}/back-${attempt}`;
  return { id, way: victim === 'runtime' ? 'push' : 'poll', text: `${id} Are you back?` };
}

const WORDS = ['deploy', 'the', 'preview', '"quoted"', 'back\\slash', 'line\nbreak', 'naïve', '🐎', '日本語'];
const MOST_WORDS = 200;

function messageOf(random: Random, id: string): Message {
  const words = Array.from(
    { length: between(random, 0, MOST_WORDS) },
    () => WORDS[below(random, WORDS.length)],
  );
  return { id, way: WAYS[below(random, WAYS.length)] ?? 'push', text: [id, ...words].join(' ') };
}

/** One of the names, as often as its share of a hundred says. */
function drawn<Name extends string>(random: Random, shares: Readonly<Record<Name, number>>): Name {
  const names = (Object.keys(shares) as Name[]).flatMap((name) => Array<Name>(shares[name]).fill(name));
  return names[below(random, names.length)] as Name;
}

function between(random: Random, least: number, most: number): number {
  return least + below(random, Math.floor(most) - least + 1);
}

function below(random: Random, end: number): number {
  return Math.floor(random() * end);
}
