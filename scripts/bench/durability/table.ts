import type { Control } from './control.ts';
import { type Moment, VICTIMS, WAYS } from './plan.ts';
import type { Played } from './round.ts';
import type { Trouble, Wrong } from './trouble.ts';

/** How often each planted regression was caught. */
export function controlInWords(control: readonly Control[]): string {
  const of = (caught: number, rounds: number) => `${caught} of ${rounds}`;
  const all = of(sum(control.map(({ caught }) => caught)), sum(control.map(({ rounds }) => rounds)));
  const each = control.map(({ fault, way, caught, rounds }) => `${fault} (${way}) ${of(caught, rounds)}`);
  return `control: a row that is written behind the reply was caught ${all} times: ${each.join(', ')}`;
}

/** What came of all rounds, a line for each figure; nothing when there were none. */
export function figuresOf(played: readonly Played[], trouble: readonly Trouble[]): readonly string[] {
  if (played.length === 0) return [];
  return [...ofMessages(played), ...ofTrouble(trouble), ...ofKills(played), ...ofTimes(played)];
}

const MOST_SHOWN = 5;

/** The first messages with which something is wrong, and how to see it again. */
export function reproductions(trouble: readonly Trouble[], seed: number): readonly string[] {
  return trouble
    .slice(0, MOST_SHOWN)
    .flatMap(({ wrong, posted: { id, way, round } }) => [
      `${wrong} in round ${round}: ${way} message ${id}`,
      `  Reproduce with: npm run bench:durability -- --seed ${seed} --first ${round} --rounds 1`,
    ]);
}

function ofMessages(played: readonly Played[]): readonly string[] {
  const posted = played.flatMap((each) => each.posted);
  const acknowledged = posted.filter((each) => each.acknowledged);
  const byWay = WAYS.map((way) => `${way} ${acknowledged.filter((each) => each.way === way).length}`);
  const bare = acknowledged.filter(({ promised }) => !promised).length;
  return [
    line('rounds', played.length),
    line('messages sent', posted.length),
    line('  acknowledged', acknowledged.length, byWay.join(', ')),
    line('    without promise of a row', bare, 'push and notify while PostgreSQL was down'),
    line('  unacknowledged', posted.length - acknowledged.length),
  ];
}

function ofTrouble(trouble: readonly Trouble[]): readonly string[] {
  const wrongs: readonly Wrong[] = ['lost', 'duplicated', 'altered'];
  return wrongs.map((wrong) => line(wrong, trouble.filter((each) => each.wrong === wrong).length));
}

const PHASES: Readonly<Record<Moment, string>> = {
  idle: 'idle',
  'in flight': 'in flight',
  'after reply': 'after a reply',
  'held up': 'after a reply, insert held up',
};

function ofKills(played: readonly Played[]): readonly string[] {
  return (Object.keys(PHASES) as Moment[]).map((moment) => {
    const killed = played.filter((each) => each.killed === moment);
    const byVictim = VICTIMS.map(
      (victim) => `${victim} ${killed.filter(({ plan }) => plan.victim === victim).length}`,
    );
    return line(`killed ${PHASES[moment]}`, killed.length, byVictim.join(', '));
  });
}

function ofTimes(played: readonly Played[]): readonly string[] {
  const back = VICTIMS.flatMap((victim) => {
    const rounds = played.filter(({ plan }) => plan.victim === victim);
    return rounds.length > 0 ? [line(`${victim} back`, '', spread(rounds.map(({ backMs }) => backMs)))] : [];
  });
  return [line('time per round', '', spread(played.map(({ tookMs }) => tookMs))), ...back];
}

/** At the middle and near the end. */
function spread(values: readonly number[]): string {
  const sorted = [...values].sort((left, right) => left - right);
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

function line(name: string, value: number | '', more = ''): string {
  return `${name.padEnd(36)}${String(value).padStart(7)}   ${more}`.trimEnd();
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
