import { RUNTIMES, type RuntimeId } from '../corpus/entry.ts';
import { WORLD_PARTS, type WorldPart } from '../environment/index.ts';
import type { Suite } from '../suites/suite.ts';
import type { CaseIdentity } from '../support/case.ts';
import type { Discovery } from './discover.ts';

/** The part of a run that shares one world, or needs none. */
export interface Act {
  readonly suites: readonly Suite[];
  readonly cases: readonly CaseIdentity[];
}

/** Divides a run: suites that share a world come first and together, then each that keeps one to itself. */
export function actsOf({ suites, cases }: Discovery): readonly Act[] {
  const shared = suites.filter(({ isolation }) => isolation === 'shared');
  const own = suites.filter(({ isolation }) => isolation === 'own').map((suite) => [suite]);
  return [shared, ...own].map((group) => actOf(group, cases)).filter((act) => act.cases.length > 0);
}

/** The parts of a world that its suites need; none needs no world. */
export function neededParts({ suites }: Act): readonly WorldPart[] {
  const needed = new Set<string>(suites.flatMap(({ needs }) => needs));
  return WORLD_PARTS.filter((part) => needed.has(part));
}

/** The services that its cases cut off. */
export function linksOf({ suites }: Act): readonly string[] {
  return [...new Set(suites.flatMap(({ links = [] }) => links))];
}

/** Whether its cases put a clock forward, which all cases of a world see. */
export function drivesClock({ suites }: Act): boolean {
  return suites.some(({ clock }) => clock === 'driven');
}

/** Whether its suite keeps a world to itself, also from one that runs already: it would restart services under others. */
export function keepsToItself({ suites }: Act): boolean {
  return suites.some(({ isolation }) => isolation === 'own');
}

/** The runtimes that its cases name in their facets; all of them where a case that may need one names none. */
export function runtimesOf({ suites, cases }: Act): readonly RuntimeId[] {
  const needing = suites.filter(({ needs }) => needs.includes('runtimes')).map(({ name }) => name);
  const named = cases.filter(({ suite }) => needing.includes(suite)).map(({ facets }) => facets.runtime);
  const wanted = RUNTIMES.filter((runtime) => named.includes(runtime));
  return named.every((name) => wanted.some((runtime) => runtime === name)) ? wanted : RUNTIMES;
}

function actOf(suites: readonly Suite[], cases: readonly CaseIdentity[]): Act {
  const names = new Set(suites.map(({ name }) => name));
  const own = cases.filter(({ suite }) => names.has(suite));
  const needed = suites.filter(({ name }) => own.some(({ suite }) => suite === name));
  return { suites: needed, cases: own };
}
