import { basename, resolve } from 'node:path';
import { CLAIMS, type Claim, OWN_CANARIES, type RuntimeTerms, USUAL_TERMS } from '../config/runtime-terms.ts';
import type { RuntimeSubject } from '../config/subject.ts';
import { wholeNumber } from '../config/whole-number.ts';
import { UsageError } from '../support/errors.ts';
import { didYouMean } from '../support/nearest.ts';
import type { Shell } from './shell.ts';

/** The options that say which runtime is judged, and on what terms. */
export interface RuntimeFlags {
  readonly command?: string;
  readonly url?: string;
  readonly port?: string;
  readonly env: readonly string[];
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
  refuseContradictions(flags);
  const terms = termsOf(flags, cwd);
  return {
    ...{ kind: 'runtime', name: nameOf(flags), file: terms.canaries, revision: 'R3', capabilities: [] },
    ...{ terms, place: placeOf(flags, cwd, env), typedAs: typedAs(flags) },
  };
}

function refuseContradictions({ command, url, port, env }: RuntimeFlags): void {
  if (command !== undefined && url !== undefined)
    throw usage('TWO_RUNTIMES', '--command and --url name two runtimes.', 'Name one of them.');
  for (const [flag, given] of [
    ['--port', port !== undefined],
    ['--env', env.length > 0],
  ] as const) {
    if (given && command === undefined)
      throw usage(
        'NO_COMMAND',
        `${flag} is for a runtime that Assay starts, and there is no --command.`,
        `Leave ${flag} away, or add --command.`,
      );
  }
  if (command?.trim() === '')
    throw usage('EMPTY_COMMAND', '--command is empty.', 'Write the shell line that starts the runtime.');
}

function nameOf({ command, url }: RuntimeFlags): string {
  if (url !== undefined) return url;
  if (command === undefined) return 'our own canary runtime';
  const words = command.trim().split(/\s+/);
  return basename(words.find((word) => word !== 'exec' && !/^\w+=/.test(word)) ?? 'the command');
}

function placeOf(
  { command, url, port, env: given }: RuntimeFlags,
  cwd: string,
  env: Shell['env'],
): RuntimeSubject['place'] {
  if (url !== undefined) return { kind: 'url', url: checkedUrl(url) };
  if (command === undefined) return { kind: 'own' };
  return {
    ...{ kind: 'command', command: ['/bin/sh', '-c', command], cwd, env: environmentOf(given, env) },
    ...(port !== undefined && { port: wholeNumber('--port', port, 1, 65_535) }),
  };
}

function checkedUrl(url: string): string {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw usage('BAD_URL', `--url ${url} is no URL.`, 'Write it as http://host:port.');
  const { username, password } = new URL(url);
  if (username === '' && password === '') return url;
  throw usage('BAD_URL', '--url holds credentials.', 'Take them out of the URL, and send them by --header.');
}

function environmentOf(given: readonly string[], env: Shell['env']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    given.map((text) => {
      const [, name = '', , value] = /^([A-Za-z_]\w*)(=(.*))?$/s.exec(text) ?? [];
      if (name === '') throw usage('BAD_ENV', `--env ${text} is neither NAME nor NAME=value.`, 'Correct it.');
      const set = value ?? env[name];
      if (set === undefined)
        throw usage(
          'BAD_ENV',
          `--env ${name} has no value, and ${name} is not set here.`,
          `Set ${name}, or write --env ${name}=value.`,
        );
      return [name, set];
    }),
  );
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
  const { command, url, port, env, endpoint, card, header, session, scope, claims, canaries } = flags;
  const valued = { command, url, port, endpoint, card, claims, canaries };
  return [
    ...Object.entries(valued).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value])),
    ...env.flatMap((text) => ['--env', text.split('=')[0] ?? '']),
    ...header.flatMap((line) => ['--header', `${line.split(':')[0]}: …`]),
    ...(session === 'context' ? [] : ['--session', session]),
    ...(scope === 'context' ? [] : ['--scope', scope]),
  ];
}

function usage(code: string, message: string, fix: string): UsageError {
  return new UsageError({ code, message, fix });
}
