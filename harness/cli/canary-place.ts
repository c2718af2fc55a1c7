import { randomBytes } from 'node:crypto';
import type { ImagePlace, RuntimeSubject } from '../config/subject.ts';
import { wholeNumber } from '../config/whole-number.ts';
import { usage } from './canary-usage.ts';
import type { Shell } from './shell.ts';

/** The options that say where the runtime is, or how it is started. */
export interface PlaceFlags {
  readonly command?: string;
  readonly image?: string;
  readonly url?: string;
  readonly port?: string;
  readonly publish?: string;
  readonly name?: string;
  readonly keep?: boolean;
  readonly env: readonly string[];
}

const MOST_PORT = 65_535;

/** Where the runtime is that a command line names: ours when it names none. Throws `UsageError`. */
export function placeOf(flags: PlaceFlags, cwd: string, env: Shell['env']): RuntimeSubject['place'] {
  refuseTwo(flags);
  refuseOutOfPlace(flags);
  const { command, image, url, port } = flags;
  if (url !== undefined) return { kind: 'url', url: checkedUrl(url) };
  if (image !== undefined) return imagePlace(image, flags, env);
  if (command === undefined) return { kind: 'own' };
  if (command.trim() === '')
    throw usage('EMPTY_COMMAND', '--command is empty.', 'Write the shell line that starts the runtime.');
  return {
    ...{ kind: 'command', command: ['/bin/sh', '-c', command], cwd, env: environmentOf(flags.env, env) },
    ...(port !== undefined && { port: wholeNumber('--port', port, 1, MOST_PORT) }),
  };
}

function refuseTwo({ command, image, url }: PlaceFlags): void {
  const [first, second] = Object.entries({ command, image, url }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`],
  );
  if (second !== undefined)
    throw usage('TWO_RUNTIMES', `${first} and ${second} name two runtimes.`, 'Name one of them.');
}

function refuseOutOfPlace({ command, image, port, publish, name, keep, env }: PlaceFlags): void {
  if (image !== undefined) return;
  const ofImages = { publish, name, keep: keep || undefined };
  for (const [flag, given] of Object.entries(ofImages))
    if (given !== undefined)
      throw usage(
        'NO_IMAGE',
        `--${flag} is for a runtime in a container, and there is no --image.`,
        `Leave --${flag} away, or add --image.`,
      );
  if (command !== undefined) return;
  for (const [flag, given] of Object.entries({ port, env: env[0] }))
    if (given !== undefined)
      throw usage(
        'NO_COMMAND',
        `--${flag} is for a runtime that Assay starts, and there is no --command and no --image.`,
        `Leave --${flag} away, or add one of these.`,
      );
}

function checkedUrl(url: string): string {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw usage('BAD_URL', `--url ${url} is no URL.`, 'Write it as http://host:port.');
  const { username, password } = new URL(url);
  if (username === '' && password === '') return url;
  throw usage('BAD_URL', '--url holds credentials.', 'Take them out of the URL, and send them by --header.');
}

function imagePlace(image: string, flags: PlaceFlags, env: Shell['env']): ImagePlace {
  if (!/^[a-z0-9][\w.:/@-]*$/i.test(image))
    throw usage(
      'BAD_IMAGE',
      image === '' ? '--image is empty.' : `--image ${image} is no name of an image.`,
      'Write it as name:tag, registry/name:tag, or name@sha256:….',
    );
  const { port, publish, name = `canary-${randomBytes(6).toString('hex')}`, keep = false } = flags;
  if (!/^[a-z0-9][\w.-]+$/i.test(name))
    throw usage(
      'BAD_NAME',
      `--name ${name} cannot be the name of a container.`,
      'Use two or more letters, digits, dots, dashes and underscores, the first a letter or a digit.',
    );
  return {
    ...{ kind: 'image', image, container: name, isKept: keep, env: environmentOf(flags.env, env) },
    ...(port !== undefined && { port: wholeNumber('--port', port, 1, MOST_PORT) }),
    ...(publish !== undefined && { publishedPort: wholeNumber('--publish', publish, 1, MOST_PORT) }),
  };
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
