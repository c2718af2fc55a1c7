import { escapePattern } from '../../../support/escape-pattern.ts';
import type { Besides, TakenItem } from '../conversation.ts';
import { differs, inAnyCase, lost, type Path, type Remark, refused, unknownKeys } from '../remark.ts';
import { type Taken, takenTogether, takes, takesNothing } from '../taken.ts';
import { listOf, type Mapping, mappingOf, textOf } from '../values.ts';
import { asserted } from './assertions.ts';
import { wholly } from './bot.ts';
import { uttered } from './domain.ts';

const KEYS = [
  ...['user', 'bot', 'utter', 'slot_was_set', 'slot_was_not_set', 'assertions', 'assertion_order_enabled'],
  'metadata',
];

/** What a user says, and the steps up to what is said next. */
interface Said {
  readonly user: Step;
  readonly then: readonly Step[];
}

interface Step {
  readonly step: Mapping;
  readonly path: Path;
}

/** The turns of a test case: a step of the user with the steps of the bot behind it. */
export function turnsOf(
  steps: readonly unknown[],
  path: Path,
  besides: Besides,
): { readonly items: readonly TakenItem[]; readonly remarks: readonly Remark[] } {
  const all = steps.map((step, at) => ({ step: mappingOf(step) ?? {}, path: [...path, at] }));
  const first = all.findIndex(({ step }) => 'user' in step);
  const early = first === -1 ? all : all.slice(0, first);
  const asserts = all.some(({ step }) => 'assertions' in step);
  const turns = saidIn(all.slice(early.length)).map((said) => turnOf(said, asserts, besides));
  return {
    items: turns.flatMap(({ item }) => item ?? []),
    remarks: [
      ...all.flatMap((each) => unknownKeys(each.step, each.path, KEYS)),
      ...early.map((each) =>
        refused(each.path, 'nothing was said before it, and an agent of A2A never speaks first'),
      ),
      ...turns.flatMap(({ remarks }) => remarks),
    ],
  };
}

function saidIn(steps: readonly Step[]): readonly Said[] {
  const starts = steps.flatMap(({ step }, at) => ('user' in step ? [at] : []));
  return starts.flatMap((start, nth) => {
    const [user, ...then] = steps.slice(start, starts[nth + 1]);
    return user ? [{ user, then }] : [];
  });
}

/** A test case with an assertion anywhere ignores the steps of the bot. */
function turnOf(
  { user, then }: Said,
  asserts: boolean,
  besides: Besides,
): { readonly item?: TakenItem; readonly remarks: readonly Remark[] } {
  const words = textOf(user.step.user);
  const bots = then.filter(({ step }) => 'bot' in step || 'utter' in step);
  const steps = asserts
    ? then.map(({ path }) => takesNothing(differs(path, 'Rasa ignores it in a test case with assertions')))
    : then.map((each) => stepTaken(each, bots.length > 1, besides));
  const assertions = (listOf(user.step.assertions) ?? []).map((each, at) =>
    asserted(each, [...user.path, 'assertions', at], besides),
  );
  const { expect, remarks } = takenTogether([...steps, ...assertions]);
  const { path } = user;
  return {
    ...(words !== undefined && { item: { path, document: { user: words, expect } } }),
    remarks: [
      ...(words === undefined ? [refused(path, 'the user says nothing in it')] : []),
      ...(user.step.metadata === undefined
        ? []
        : [differs([...path, 'metadata'], 'no metadata goes along with what the user says')]),
      ...remarks,
    ],
  };
}

/** One reply of an agent of A2A has all that a bot utters; where that is several texts, each is looked for in it. */
function stepTaken({ step, path }: Step, isOneOfSeveral: boolean, besides: Besides): Taken {
  const inOne = 'it is looked for anywhere in the one reply that an agent of A2A gives';
  const anywhere = isOneOfSeveral ? [differs(path, inOne)] : [];
  const bot = textOf(step.bot)?.trim();
  if (bot !== undefined)
    return takes(isOneOfSeveral ? { contains: [bot] } : { matches: [wholly(escapePattern(bot))] }, [
      ...inAnyCase([...path, 'bot'], [bot]),
      ...anywhere,
    ]);
  const utter = textOf(step.utter);
  if (utter !== undefined)
    return takenTogether([
      uttered(utter, [...path, 'utter'], besides.domain, isOneOfSeveral ? (each) => each : wholly),
      takesNothing(...anywhere),
    ]);
  const slot = Object.keys(step).find((key) => key.startsWith('slot_'));
  return takesNothing(
    lost(
      slot === undefined ? path : [...path, slot],
      'the slots of an agent are not to be seen from outside',
    ),
  );
}
