import { expect, test } from 'vitest';
import { planControl, planRound, VICTIMS } from './plan.ts';

const PLANS = Array.from({ length: 200 }, (_, index) => planRound(7, index + 1));

test('a round is the same for the same seed and number, and another one for others', () => {
  expect(planRound(7, 3)).toEqual(planRound(7, 3));
  const waits = (seed: number) => PLANS.map(({ round }) => planRound(seed, round).waitMs);
  expect(waits(8)).not.toEqual(waits(7));
});

test('no two messages of a seed have the same id, and each text begins with its own', () => {
  const messages = PLANS.flatMap((plan) => plan.messages);
  expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
  expect(messages.filter(({ id, text }) => text.split(' ', 1)[0] !== id)).toEqual([]);
});

test('every victim is killed at every moment, and with a held-up insert the platform alone', () => {
  const moments = (victim: string) =>
    new Set(PLANS.filter((each) => each.victim === victim).map(({ moment }) => moment));
  expect(VICTIMS.map((victim) => [...moments(victim)].toSorted())).toEqual([
    ['after reply', 'held up', 'idle', 'in flight'],
    ['after reply', 'idle', 'in flight'],
    ['after reply', 'idle', 'in flight'],
  ]);
});

test('a round of control sends one message, on the way that it is for, and kills the platform with its reply', () => {
  const { victim, moment, atReply, messages } = planControl(7, 3, 'notify');
  expect({ victim, moment, atReply, ways: messages.map(({ way }) => way) }).toEqual({
    ...{ victim: 'platform', moment: 'held up', atReply: 1, ways: ['notify'] },
  });
});
