import { at } from '../../../faults/plant.ts';

/** Has the model given, before what was said in a context, whatever users have said in any other. */
export const knowsEverything = at('canary.prompt', (promptOf) => {
  const told = new Set<string>();
  return (session, now) => {
    const own = new Set(session.map(({ text }) => text));
    const others = [...told].filter((text) => !own.has(text) && text !== now.text);
    told.add(now.text);
    return [...others.map((text) => ({ role: 'user' as const, text, files: [] })), ...promptOf(session, now)];
  };
});

/**
 * Has the model answer a question with every value that the lines before it have, so that what it knows of others shows
 * whoever asks, and whatever they are told meanwhile.
 */
export const recallsAll = at('canary.think', (think) => (lines, canaryMode) => {
  const thought = think(lines, canaryMode);
  const [, name] = /^Your ([\w ]+?) is /.exec(thought.kind === 'say' ? thought.text : '') ?? [];
  if (name === undefined || thought.kind !== 'say') return thought;
  const values = lines.flatMap(({ role, text }) =>
    role === 'user' ? [...text.matchAll(/\bmy ([\w ]+?) is ([\w-]+)/gi)] : [],
  );
  const told = values.flatMap(([, of = '', value = '']) =>
    of.toLowerCase() === name.toLowerCase() ? [value] : [],
  );
  return { ...thought, text: `Your ${name} is ${told.toReversed().join(', or ')}. ${thought.text}` };
});
