import type { VerdictBox } from './page.ts';

const DAY_MS = 86_400_000;

/** From this age on evidence speaks of another time: what is promoted today may have met other services since. */
export const STALE_DAYS = 7;

/** The verdict as it reads at a moment: evidence that has grown old holds, whatever it said. */
export function aged(verdict: VerdictBox, now: number): VerdictBox {
  const days = Math.floor((now - Date.parse(verdict.endedAt)) / DAY_MS);
  if (days < STALE_DAYS) return verdict;
  const told = Number.isNaN(days) ? 'When this was found is not known' : `This evidence is ${days} days old`;
  const sentence =
    verdict.word === 'PASSED'
      ? `${told}: it passed then, and says nothing of today.`
      : `${told}. ${verdict.sentence}`;
  const change = {
    text: `The run has to be made again: evidence older than ${STALE_DAYS} days is stale.`,
    command: verdict.again,
  };
  const kept = verdict.word === 'PASSED' ? [] : verdict.changes;
  const tone = verdict.word === 'PASSED' ? 'unsure' : verdict.tone;
  return { ...verdict, word: 'HOLD', tone, sentence, changes: [change, ...kept] };
}

/** How long ago that was, in the largest unit that says enough. */
export function ago(iso: string, now: number): string {
  const seconds = Math.max(0, (now - Date.parse(iso)) / 1000);
  const units = [
    [86_400, 'day'],
    [3_600, 'hour'],
    [60, 'minute'],
  ] as const;
  const unit = units.find(([size]) => seconds >= size);
  if (!unit) return 'just now';
  const count = Math.floor(seconds / unit[0]);
  return `${count} ${unit[1]}${count === 1 ? '' : 's'} ago`;
}
