import type { Planted } from './fault.ts';
import { isHarmed, isUnjudged, type Observation } from './judge.ts';

/** What became of the cases in a world that is different and conforms. */
export interface NeutralResult {
  readonly variant: string;
  readonly title: string;
  readonly verdict: 'quiet' | 'alarmed' | 'inconclusive';
  readonly hits: number;
  readonly executed: number;
  /** How many cases there are: more than were executed when only a part was looked at. */
  readonly of: number;
  /** Cases that were not green as they should have been, and what each of them saw. */
  readonly alarms: readonly { readonly id: string; readonly saw: string }[];
}

/** How many cases were asked for, of how many there are. */
export interface CaseCounts {
  readonly asked: number;
  readonly of: number;
}

/** Judges a variant by what was seen in it: every case that was asked for green, and the variant shown to be there. */
export function judgeNeutral(
  { id, title }: Pick<Planted, 'id' | 'title'>,
  { cases, hits }: Observation,
  { asked, of }: CaseCounts,
): NeutralResult {
  const harmed = cases.filter(isHarmed);
  const isShort = cases.length === 0 || cases.length < asked;
  const isOpen = hits === 0 || isShort || harmed.some(isUnjudged);
  return {
    ...{ variant: id, title, hits, executed: cases.length, of },
    verdict: isOpen ? 'inconclusive' : harmed.length > 0 ? 'alarmed' : 'quiet',
    alarms: harmed.map(({ id: caseId, findings, reason }) => ({
      id: caseId,
      saw: findings.map(({ clause, actual }) => `${clause}: ${actual}`).join(' | ') || (reason ?? ''),
    })),
  };
}
