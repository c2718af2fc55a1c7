import { randomInt } from 'node:crypto';
import { seam } from '../seam.ts';
import type { Line, ReadFile, Thought } from './types.ts';

/** What the model is given before the last line: everything that was said, as the session has it. */
export const promptOf = seam('canary.prompt', (session: readonly Line[], now: Line): readonly Line[] => [
  ...session,
  now,
]);

/** What it says to a text that nothing else matches, in canary mode and out of it. */
export const fixedLine = seam('canary.fixedLine', (canaryMode: boolean): string =>
  canaryMode ? 'Canary mode active.' : 'I have nothing to say to that.',
);

/**
 * A small model without any memory of its own: it answers from the lines that it is given, and from nothing else. It
 * understands a few sentences: facts (`my … is …`), questions for them, files, numbers, the memory tool, and a task
 * that it has to ask about before it goes on.
 */
export const think = seam('canary.think', (lines: readonly Line[], canaryMode: boolean): Thought => {
  const last = lines.at(-1);
  if (!last) return say(fixedLine(canaryMode));
  for (const rule of RULES) {
    const thought = rule(last, lines.slice(0, -1));
    if (thought) return thought;
  }
  return say(fixedLine(canaryMode));
});

type Rule = (last: Line, before: readonly Line[]) => Thought | undefined;

const SLOW_MS = 1_500;
const ASKED = 'For which city?';

const RULES: readonly Rule[] = [
  // What the memory tool has answered.
  ({ role, text }) => (role === 'tool' ? say(text) : undefined),
  ({ text }) => {
    const [, name, value] = /memory tool.*remember.*\bmy ([\w ]+?) is ([\w-]+)/is.exec(text) ?? [];
    return name && value ? { kind: 'keep', name, value } : undefined;
  },
  ({ text }) => {
    const [, name] = /memory tool.*recall my ([\w ]+?)(?:[,.?!]|$)/is.exec(text) ?? [];
    return name ? { kind: 'recall', name } : undefined;
  },
  // An answer to what was asked before.
  ({ text }, before) => {
    if (before.at(-1)?.role !== 'agent' || before.at(-1)?.text !== ASKED) return undefined;
    return say(`Booked a table in ${text.trim()}, for ${factIn(before, 'name') ?? 'somebody'}.`);
  },
  ({ text }) => (/\bask me for the city\b/i.test(text) ? { kind: 'ask', text: ASKED } : undefined),
  ({ text }) => {
    const [, place] = /take your time.*\babout ([\w-]+)/is.exec(text) ?? [];
    return place ? { ...say(`Once upon a time there was ${place}.`), pauseMs: SLOW_MS } : undefined;
  },
  ({ text }) =>
    /\bpick a random number\b/i.test(text) ? say(`I picked ${randomInt(100_000, 999_999)}.`) : undefined,
  ({ text }, before) => {
    if (!/\bwhich number did you pick\b/i.test(text)) return undefined;
    const picked = before.findLast((line) => line.role === 'agent' && /^I picked \d+/.test(line.text));
    return say(picked?.text ?? 'I have not picked any number.');
  },
  // Files: of this message, or of an earlier one.
  (last) => (/\battached to this message\b/i.test(last.text) ? say(attachedIn(last.files)) : undefined),
  ({ text, files }, before) => {
    if (!/\b(inside|in) the file\b/i.test(text)) return undefined;
    const file = files.at(-1) ?? before.findLast((line) => line.files.length > 0)?.files.at(-1);
    return say(file ? `The file ${file.name} says: ${file.text}` : 'I have seen no file.');
  },
  ({ text, files: [file] }) => {
    if (!file) return undefined;
    return say(
      text.trim() === ''
        ? `I received the file ${file.name}. What would you like me to do with it?`
        : `About the file ${file.name}: ${file.text}`,
    );
  },
  // Facts, and questions for them.
  ({ text }, before) => {
    const names = [...text.matchAll(/\bwhat(?: is|'s) my ([\w ]+?)(?=,|\.|\?|!| and what|$)/gi)];
    const answers = names.map(([, name = '']) => {
      const value = factIn(before, name);
      return value === undefined ? `I do not know your ${name}.` : `Your ${name} is ${value}.`;
    });
    return answers.length > 0 ? say(answers.join(' ')) : undefined;
  },
  ({ text }) => (FACT.test(text) ? say('I have noted that.') : undefined),
];

const FACT = /\bmy ([\w ]+?) is ([\w-]+)/i;

/** The last value that the user gave a name in these lines. */
function factIn(lines: readonly Line[], name: string): string | undefined {
  const told = lines.filter(({ role }) => role === 'user').map(({ text }) => text);
  const facts = told.flatMap((text) => [...text.matchAll(new RegExp(FACT.source, 'gi'))]);
  return facts.findLast(([, of]) => of?.toLowerCase() === name.toLowerCase())?.[2];
}

function attachedIn(files: readonly ReadFile[]): string {
  if (files.length === 0) return 'Nothing is attached to this message.';
  return files.map(({ name, text }) => `Attached is ${name}: ${text}`).join(' ');
}

function say(text: string): Extract<Thought, { kind: 'say' }> {
  return { kind: 'say', text };
}
