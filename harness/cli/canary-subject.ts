import { basename, resolve } from 'node:path';
import { CLAIMS, type Claim, OWN_CANARIES, type RuntimeTerms, USUAL_TERMS } from '../config/runtime-terms.ts';
import type { RuntimeSubject } from '../config/subject.ts';
import { wholeNumber } from '../config/whole-number.ts';
import { didYouMean } from '../support/nearest.ts';
import { type PlaceFlags, placeOf } from './canary-place.ts';
import { usage } from './canary-usage.ts';
import type { Shell } from './shell.ts';

/** The options that say which runtime is judged, and on what terms. */
export interface RuntimeFlags extends PlaceFlags {
  readonly endpoint?: string;
  readonly card?: string;
  readonly header: readonly string[];
  readonly session: RuntimeTerms['session'];
  readonly scope: RuntimeTerms['scope'];
  readonly claims?: string;
  readonly readyWithin: string;
  readonly canaries?: string;
  readonly trials: string;
}

/** The subject that a command line names: our own runtime when it names none. Throws `UsageError`. */
export function runtimeSubject(
  flags: RuntimeFlags,
  { cwd, env }: Pick<Shell, 'cwd' | 'env'>,
): RuntimeSubject {
  const place = placeOf(flags, cwd, env);
  const terms = termsOf(flags, cwd);
  return {
    ...{ kind: 'runtime', name: nameOf(flags), file: terms.canaries, revision: 'R3', capabilities: [] },
    ...{ terms, place, typedAs: typedAs(flags) },
  };
}

function nameOf({ command, image, url }: RuntimeFlags): string {
  if (command === undefined) return url ?? image ?? 'our own canary runtime';
  const words = command.trim().split(/\s+/);
  return basename(words.find((word) => word !== 'exec' && !/^\w+=/.test(word)) ?? 'the command');
}

function termsOf(flags: RuntimeFlags, cwd: string): RuntimeTerms {
  const { endpoint, card, header, session, scope, claims, readyWithin, canaries, trials } = flags;
  return {
    ...USUAL_TERMS,
    ...(endpoint !== undefined && { endpoint: pathOf('--endpoint', endpoint) }),
    ...(card !== undefined && { cardPath: pathOf('--card', card) }),
    headers: Object.fromEntries(header.map(headerOf)),
    ...{ session, scope },
    ...(claims !== undefined && { claims: claimsOf(claims) }),
    canaries: canaries === undefined ? OWN_CANARIES : resolve(cwd, canaries),
    trials: wholeNumber('--trials', trials, 1, 1000),
    readinessMs: 1000 * wholeNumber('--ready-within', readyWithin, 1, 600),
  };
}

function pathOf(flag: string, path: string): string {
  if (/^\/\S*$/.test(path)) return path;
  throw usage('BAD_PATH', `${flag} ${path} is no path.`, `It begins with a slash, as ${flag} /a2a.`);
}

function headerOf(line: string): readonly [string, string] {
  const [, name = '', value = ''] = /^([\w-]+):\s*(\S.*)$/.exec(line) ?? [];
  if (name !== '') return [name.toLowerCase(), value];
  throw usage(
    'BAD_HEADER',
    'A --header is not written as "Name: value".',
    'Write it as --header "Authorization: Bearer …".',
  );
}

function claimsOf(text: string): readonly Claim[] {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.map((name) => {
    const claim = CLAIMS.find((each) => each === name);
    if (claim) return claim;
    throw usage(
      'UNKNOWN_CLAIM',
      `--claims names "${name}", which is none.`,
      `${didYouMean(name, CLAIMS)} There are: ${CLAIMS.join(', ')}.`,
    );
  });
}

/** The same flags again, but for what may be secret. */
function typedAs(flags: RuntimeFlags): readonly string[] {
  const { command, image, url, port, env, endpoint, card, header, session, scope, claims, canaries } = flags;
  const { readyWithin } = flags;
  const valued = { command, image, url, port, endpoint, card, claims, canaries };
  return [
    ...Object.entries(valued).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value])),
    ...env.flatMap((text) => ['--env', text.split('=')[0] ?? '']),
    ...header.flatMap((line) => ['--header', `${line.split(':')[0]}: …`]),
    ...(session === 'context' ? [] : ['--session', session]),
    ...(scope === 'context' ? [] : ['--scope', scope]),
    ...(Number(readyWithin) * 1000 === USUAL_TERMS.readinessMs ? [] : ['--ready-within', readyWithin]),
  ];
}
