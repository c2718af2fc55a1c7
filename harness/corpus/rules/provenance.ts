import type { CorpusProblem } from '../problem.ts';
import type { EntryRule } from '../source.ts';

/** What a new entry says where somebody has to write. */
const TO_FILL_IN = 'FILL IN';

const MIN_WHY_LENGTH = 40;
const MIN_OWN_WORDS = 5;
const SOURCE = /^(https:\/\/[^\s]+\.[^\s]+|specs\/contract\.md [A-Z](\.\d+)?)$/;

/** Every entry says since when, after whom and why it is here, in a form that can be looked up. */
export const provenance: EntryRule = ({ entry, file }) => {
  const problems: CorpusProblem[] = [];
  const report = (message: string, fix: string) => problems.push({ file, rule: 'provenance', message, fix });
  for (const key of ['title', 'why'] as const) {
    if (entry[key].includes(TO_FILL_IN))
      report(`${key} still says ${TO_FILL_IN}`, 'Write it in your own words.');
  }
  if (!isDate(entry.since))
    report(`since \`${entry.since}\` is no date`, 'Write the day it joined as YYYY-MM-DD.');
  if (!SOURCE.test(entry.source)) {
    const fix =
      'Give an https address that anyone can open, or `specs/contract.md` and a clause such as A.4.';
    report(`source \`${entry.source}\` is no public reference`, fix);
  }
  if (saysNothing(entry.why, entry.title)) {
    report(
      `why says nothing that the title does not: it has ${entry.why.trim().length} characters and ${wordsAdded(entry.why, entry.title)} words of its own`,
      `Say in a sentence of at least ${MIN_WHY_LENGTH} characters, ${MIN_OWN_WORDS} words of which are not in the title, what would go wrong unseen without it.`,
    );
  }
  return problems;
};

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  );
}

function saysNothing(why: string, title: string): boolean {
  return why.trim().length < MIN_WHY_LENGTH || wordsAdded(why, title) < MIN_OWN_WORDS;
}

function wordsAdded(why: string, title: string): number {
  const said = new Set(words(title));
  return new Set(words(why).filter((word) => !said.has(word))).size;
}

function words(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z0-9']+/g) ?? [];
}
