import { expect, test } from 'vitest';
import { lackOf, refusalOf, turnsOf } from '../testing.ts';
import type { Domain } from './domain.ts';

const DOMAIN: Domain = new Map([
  ['utter_greet', [{ text: 'Hi there.' }, { text: 'Hello, {name}!' }]],
  ['utter_picture', [{ image: 'cat.png' }]],
  ['utter_free', [{ text: 'Well.', metadata: { rephrase: true } }]],
]);

const rasa = (...steps: readonly unknown[]) => ({ test_cases: [{ test_case: 'talk', steps }] });
const asserting = (...assertions: readonly unknown[]) => rasa({ user: 'Hi.', assertions });

test.each<readonly [string, unknown, unknown]>([
  ['a text alone', rasa({ user: 'Hi.' }, { bot: 'Hi (you).' }), { matches: ['^\\s*Hi \\(you\\)\\.\\s*$'] }],
  ['several texts', rasa({ user: 'Hi.' }, { bot: 'Hi.' }, { bot: 'You?' }), { contains: ['Hi.', 'You?'] }],
  [
    'a response of the domain, with a slot',
    rasa({ user: 'Hi.' }, { utter: 'utter_greet' }),
    { matches: ['^\\s*(?:Hi there\\.|Hello, [\\s\\S]+!)\\s*$'] },
  ],
  [
    'what the bot does not utter',
    asserting({ bot_uttered: { text_matches: 'a.c' } }, { bot_did_not_utter: { text_matches: 'b' } }),
    { matches: ['a.c', '^(?![\\s\\S]*(?:b))'] },
  ],
])('%s is taken over', (_what, document, due) => {
  expect(turnsOf(document, DOMAIN)[0]?.expect).toEqual(due);
});

test.each<readonly [string, unknown, RegExp]>([
  [
    'a response without a domain',
    rasa({ user: 'Hi.' }, { utter: 'utter_greet' }),
    /utter_greet says stands in the domain: give that with --domain/,
  ],
  [
    'a turn of slots alone',
    rasa({ user: 'Hi.' }, { slot_was_set: ['a'] }),
    /steps\[1\]: nothing is left that/,
  ],
  [
    'slots from the start',
    { test_cases: [{ test_case: 'x', fixtures: ['f'], steps: [{ user: 'Hi.' }, { bot: 'Hi.' }] }] },
    /fixtures: slots that are set/,
  ],
  [
    'a bot that speaks first',
    rasa({ bot: 'Hi.' }, { user: 'Hi.' }, { bot: 'Yes?' }),
    /steps\[1\]: nothing was said before it/,
  ],
])('%s is refused, with its place', (_what, document, why) => {
  expect(refusalOf(document)).toMatch(why);
});

test.each<readonly [string, unknown, RegExp]>([
  [
    'a slot beside words',
    rasa({ user: 'Hi.' }, { bot: 'Hi.' }, { slot_was_set: ['a'] }),
    /steps\[3\]\.slot_was_set: the slots/,
  ],
  [
    'a flow and a judge',
    asserting(
      { bot_uttered: { text_matches: 'a' } },
      { flow_started: 'f' },
      { generative_response_is_relevant: {} },
    ),
    /flow_started: what goes on inside[\s\S]*is_relevant: a model/,
  ],
])('%s is left out, and told', (_what, document, why) => {
  expect(lackOf(document)).toMatch(why);
});

test.each<readonly [string, string, RegExp]>([
  ['that is not there', 'utter_gret', /Did you mean "utter_greet"\?/],
  ['without a text', 'utter_picture', /has a variation without a text/],
  ['that a model rephrases', 'utter_free', /is rephrased by a model/],
])('a response %s refuses its conversation', (_what, name, why) => {
  expect(refusalOf(rasa({ user: 'Hi.' }, { utter: name }), DOMAIN)).toMatch(why);
});
