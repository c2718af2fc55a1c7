import { ANY_WORDS, anySpacing, nowhere } from '../patterns.ts';
import { inAnyCase, lost, type Path, refused, unknownKeys, withoutCounterpart } from '../remark.ts';
import { deadlineOf, type Taken, takenTogether, takes, takesNothing } from '../taken.ts';
import { type Mapping, mappingOf, textOf } from '../values.ts';

/** The events by which an agent answers in words. */
const ANSWERS = ['response', 'llm_response', 'tts_response'];

const KEYS = [
  ...[
    'event',
    'within_ms',
    'text_contains',
    'text_excludes',
    'eval',
    'absent',
    'check_from',
    'calls',
    'name',
  ],
  ...['args', 'marker', 'marker_first', 'markers', 'text_after'],
];

/** What is taken over of one expected event. */
export function takenOf(value: unknown, path: Path): Taken {
  const expected = mappingOf(value);
  const event = textOf(expected?.event);
  if (!expected || event === undefined) return takesNothing(refused(path, 'it names no `event`'));
  if (!ANSWERS.includes(event))
    return takesNothing(
      lost(path, `the event \`${event}\` is not to be seen in what an agent of A2A answers`),
    );
  if (expected.absent === true)
    return takesNothing(refused(path, 'an agent of A2A always answers, so silence cannot be asked of it'));
  const texts = textsOf(expected, path);
  return takenTogether([
    takes(texts.some(isOracle) ? {} : { matches: [ANY_WORDS] }, [
      ...unknownKeys(expected, path, KEYS),
      ...withoutCounterpart(expected, path, { eval: 'a model would have to judge it' }),
    ]),
    ...texts,
    ...within(expected.within_ms, [...path, 'within_ms']),
  ]);
}

function isOracle({ expect }: Taken): boolean {
  return Object.keys(expect).length > 0;
}

/** Spaces and ends of lines count as the same there. */
function textsOf(expected: Mapping, path: Path): readonly Taken[] {
  const due = textOf(expected.text_contains);
  const banned = textOf(expected.text_excludes);
  const isOneWord = (text: string) => !/\s/.test(text);
  return [
    ...(due === undefined
      ? []
      : [
          takes(
            isOneWord(due) ? { contains: [due] } : { matches: [anySpacing(due)] },
            inAnyCase([...path, 'text_contains'], [due]),
          ),
        ]),
    ...(banned === undefined
      ? []
      : [
          takes(
            isOneWord(banned) ? { not_contains: [banned] } : { matches: [nowhere(anySpacing(banned))] },
            inAnyCase([...path, 'text_excludes'], [banned]),
          ),
        ]),
    ...(['text_contains', 'text_excludes'] as const)
      .filter((key) => expected[key] !== undefined && textOf(expected[key]) === undefined)
      .map((key) => takesNothing(lost([...path, key], 'it is no text'))),
  ];
}

function within(value: unknown, path: Path): readonly Taken[] {
  if (value === undefined) return [];
  if (typeof value !== 'number' || !(value > 0)) return [takesNothing(lost(path, 'it is no time'))];
  return [takes({ deadline: deadlineOf(value) })];
}
