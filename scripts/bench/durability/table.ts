import type { Control } from './control.ts';
import type { Posted } from './ledger.ts';
import type { Options } from './options.ts';
import { type Moment, VICTIMS } from './plan.ts';
import type { Played } from './round.ts';
import type { Outcome, Trouble, Wrong } from './trouble.ts';

/** What came of all rounds, a line for each figure, and how to see again what went wrong. */
export function renderTable(played: readonly Played[], outcome: Outcome, { seed }: Options): string {
  const lines = [
    ...(played.length > 0 ? figures(played, outcome) : []),
    ...(outcome.control.length > 0 ? [controlLine(outcome.control)] : []),
    ...reproductions(outcome.trouble, seed),
  ];
  return lines.join('\n');
}

function figures(played: readonly Played[], { trouble }: Outcome): readonly string[] {
  const posted = played.flatMap((each) => each.posted);
  const acknowledged = posted.filter((each) => each.acknowledged);
  const victims = VICTIMS.map((victim) => ofVictim(played, victim));
  return [
    line(
      'rounds',
      played.length,
      victims.map(({ victim, rounds }) => `${victim} killed ${rounds.length}`).join(', '),
    ),
    line('messages sent', posted.length),
    line(
      '  acknowledged',
      acknowledged.length,
      `${countOf(acknowledged, unpromised)} without its row promised: push and notify without PostgreSQL`,
    ),
    line('  unacknowledged', posted.length - acknowledged.length),
    line('lost', countOf(trouble, is('lost'))),
    line('duplicated', countOf(trouble, is('duplicated'))),
    line('altered', countOf(trouble, is('altered'))),
    ...(['idle', 'in flight', 'after reply', 'held up'] as const).map((moment) =>
      line(
        `killed ${PHASES[moment]}`,
        countOf(played, ({ killed }) => killed === moment),
      ),
    ),
    line('time per round', '', spread(played.map(({ tookMs }) => tookMs))),
    ...victims
      .filter(({ rounds }) => rounds.length > 0)
      .map(({ victim, rounds }) => line(`${victim} back`, '', spread(rounds.map(({ backMs }) => backMs)))),
  ];
}

const PHASES: Readonly<Record<Moment, string>> = {
  idle: 'idle',
  'in flight': 'in flight',
  'after reply': 'after a reply',
  'held up': 'after a reply, insert held up',
};

function ofVictim(played: readonly Played[], victim: (typeof VICTIMS)[number]) {
  return { victim, rounds: played.filter(({ plan }) => plan.victim === victim) };
}

function unpromised({ promised }: Posted): boolean {
  return !promised;
}

function is(wanted: Wrong): (trouble: Trouble) => boolean {
  return ({ wrong }) => wrong === wanted;
}

function countOf<T>(all: readonly T[], isMeant: (each: T) => boolean): number {
  return all.filter(isMeant).length;
}

function controlLine(control: readonly Control[]): string {
  const [caught, rounds] = [sum(control.map((each) => each.caught)), sum(control.map((each) => each.rounds))];
  const each = control
    .map(({ fault, way, ...of }) => `${fault} (${way}) ${of.caught} of ${of.rounds}`)
    .join(', ');
  return line('control', '', `row written behind the reply: caught ${caught} of ${rounds}: ${each}`);
}

const MOST_SHOWN = 5;

function reproductions(trouble: readonly Trouble[], seed: number): readonly string[] {
  return trouble
    .slice(0, MOST_SHOWN)
    .flatMap(({ wrong, posted: { id, way, round } }) => [
      `${wrong} in round ${round}: ${way} message ${id}`,
      `  Reproduce with: npm run bench:durability -- --seed ${seed} --first ${round} --rounds 1`,
    ]);
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
