import { nearest } from '../../../support/nearest.ts';
import type { Besides } from '../conversation.ts';
import { nowhere, ofPython } from '../patterns.ts';
import { lost, type Path, refused, unknownKeys } from '../remark.ts';
import { type Taken, takenTogether, takes, takesNothing } from '../taken.ts';
import { type Mapping, mappingOf, textOf } from '../values.ts';
import { uttered } from './domain.ts';

const JUDGED = ['generative_response_is_relevant', 'generative_response_is_grounded'];
const INSIDE = [
  ...['flow_started', 'flow_completed', 'flow_cancelled', 'pattern_clarification_contains', 'slot_was_set'],
  ...['slot_was_not_set', 'action_executed'],
];
const UTTERS = ['bot_uttered', 'bot_did_not_utter'];

/** What is taken over of one assertion of a step of the user. */
export function asserted(value: unknown, path: Path, besides: Besides): Taken {
  const [[type = '', of] = []] = Object.entries(mappingOf(value) ?? {});
  const here = [...path, type];
  if (type === '') return takesNothing(refused(path, 'it is no mapping of keys'));
  if (JUDGED.includes(type)) return takesNothing(lost(here, 'a model would have to judge it'));
  if (INSIDE.includes(type))
    return takesNothing(lost(here, 'what goes on inside an agent is not to be seen from outside'));
  if (!UTTERS.includes(type)) return takesNothing(lost(here, `it has no counterpart here${hint(type)}`));
  return ofUtterance(mappingOf(of) ?? {}, here, type === 'bot_uttered', besides);
}

function hint(type: string): string {
  const meant = nearest(type, [...JUDGED, ...INSIDE, ...UTTERS]);
  return meant === undefined ? '' : `; did you mean \`${meant}\`?`;
}

/** Other texts may come beside the one that is asked for, so it is looked for anywhere in the reply. */
function ofUtterance(of: Mapping, path: Path, isDue: boolean, { domain }: Besides): Taken {
  const { utter_name, text_matches, buttons } = of;
  const turned = isDue ? (pattern: string) => pattern : nowhere;
  const name = textOf(utter_name);
  const pattern = textOf(text_matches);
  return takenTogether([
    takes({}, unknownKeys(of, path, ['utter_name', 'text_matches', 'buttons'])),
    ...(name === undefined ? [] : [uttered(name, [...path, 'utter_name'], domain, turned)]),
    ...(pattern === undefined ? [] : [patternTaken(pattern, [...path, 'text_matches'], turned)]),
    ...(buttons === undefined
      ? []
      : [takesNothing(lost([...path, 'buttons'], 'an answer of A2A has no buttons'))]),
  ]);
}

function patternTaken(text: string, path: Path, turned: (pattern: string) => string): Taken {
  const pattern = ofPython(text);
  if (pattern === undefined)
    return takesNothing(lost(path, `${JSON.stringify(text)} has no counterpart in JavaScript`));
  return takes({ matches: [turned(pattern)] });
}
