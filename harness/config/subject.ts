import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Revision } from '../corpus/entry.ts';
import { UsageError } from '../support/errors.ts';
import { inProject } from '../support/paths.ts';
import { processEnv } from './process-env.ts';
import { REVISION_FORMS, readRevision } from './revision.ts';
import type { CommandSubject, RemoteSubject, Subject, SubjectBase } from './subject-kinds.ts';
import { checkShape, NO_TOKEN, type SubjectDocument, type TokenSource } from './subject-schema.ts';
import { checkTemplates } from './subject-template.ts';

export type {
  CommandSubject,
  ImagePlace,
  ReferenceSubject,
  RemoteSubject,
  RuntimeSubject,
  Subject,
} from './subject-kinds.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The file that is meant when no subject is named. */
export const referenceSubjectFile = inProject('compose/subjects/reference.yaml');

/**
 * Loads, checks and freezes a subject file (YAML or JSON). Throws `UsageError` naming the file and the key; `as` is how the
 * file was named.
 */
export async function loadSubject(
  file = referenceSubjectFile,
  env: Environment = processEnv,
  as?: string,
): Promise<Subject> {
  const path = resolve(file);
  const document = checkShape(path, parseText(path, await readText(path, as)));
  return Object.freeze(toSubject(path, document, env));
}

async function readText(file: string, as: string | undefined): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new UsageError({
      code: 'SUBJECT_UNREADABLE',
      message: `The subject file ${file} cannot be read${as === undefined ? '' : `: ${as}`}.`,
      fix: 'Give the path of a subject file; compose/subjects/ holds ready ones.',
      cause,
    });
  }
}

function parseText(file: string, text: string): unknown {
  try {
    return parse(text, { logLevel: 'error' });
  } catch (cause) {
    throw new UsageError({
      code: 'SUBJECT_MALFORMED',
      message: `The subject file ${file} is neither YAML nor JSON.`,
      details: String((cause as Error).message).split('\n'),
      fix: 'Correct the place that is shown.',
    });
  }
}

function toSubject(file: string, document: SubjectDocument, env: Environment): Subject {
  const base: SubjectBase = {
    name: document.name,
    file,
    revision: revisionOf(file, document.revision),
    capabilities: document.capabilities,
    ...(document.baseline === undefined ? {} : { baseline: beside(file, document.baseline) }),
  };
  switch (document.kind) {
    case 'reference':
      return { ...base, kind: 'reference' };
    case 'command':
      return toCommand(base, document);
    case 'remote':
      return toRemote(base, document, env);
    default:
      throw document satisfies never;
  }
}

function revisionOf(file: string, text: string): Revision {
  const read = readRevision(text);
  if ('revision' in read) return read.revision;
  throw wrong(file, `\`revision\` is "${text}", which ${read.fault}`, REVISION_FORMS);
}

function toCommand(base: SubjectBase, document: SubjectDocument & { kind: 'command' }): CommandSubject {
  const { readinessTimeoutMs, port, adminToken = '{{adminToken}}' } = document;
  const subject: CommandSubject = {
    ...base,
    kind: 'command',
    command: document.command,
    cwd: beside(base.file, document.cwd ?? '.'),
    env: Object.fromEntries(Object.entries(document.env ?? {}).map(([key, value]) => [key, String(value)])),
    readiness: document.readiness ?? '/health',
    database: document.database ?? 'none',
    redis: document.redis ?? 'none',
    ...(readinessTimeoutMs === undefined ? {} : { readinessTimeoutMs }),
    ...(port === undefined ? {} : { port }),
    ...(adminToken === NO_TOKEN ? {} : { adminToken }),
  };
  checkTemplates(subject);
  return subject;
}

function toRemote(
  base: SubjectBase,
  document: SubjectDocument & { kind: 'remote' },
  env: Environment,
): RemoteSubject {
  const { url, agentUrl, readinessTimeoutMs } = document;
  if (url === undefined && agentUrl === undefined)
    throw wrong(base.file, 'it names neither `url` nor `agentUrl`', 'Add `url: https://…` of the platform.');
  for (const [key, value] of Object.entries({ url, agentUrl })) checkUrl(base.file, key, value);
  return {
    ...base,
    kind: 'remote',
    readiness: document.readiness ?? '/health',
    ...(url === undefined ? {} : { platform: { url, ...token(base.file, url, document, env) } }),
    ...(agentUrl === undefined ? {} : { agentUrl }),
    ...(readinessTimeoutMs === undefined ? {} : { readinessTimeoutMs }),
  };
}

/** Addresses stand in messages and reports, so they carry no password. */
function checkUrl(file: string, key: string, url: string | undefined): void {
  if (url === undefined) return;
  if (!URL.canParse(url)) throw wrong(file, `\`${key}\` is no URL`, 'Write it as http://host:port.');
  const { username, password } = new URL(url);
  if (username !== '' || password !== '')
    throw wrong(file, `\`${key}\` holds credentials`, 'Take them out of the URL.');
}

function token(
  file: string,
  url: string,
  document: { readonly adminToken?: TokenSource },
  env: Environment,
): { readonly adminToken?: string } {
  const source = document.adminToken;
  if (source === undefined)
    throw wrong(
      file,
      '`url` needs an `adminToken`',
      'Add `adminToken: {env: NAME_OF_A_VARIABLE}`, or `none` where it has none.',
    );
  if (source === NO_TOKEN) return {};
  if (typeof source === 'string') return { adminToken: literalToken(file, url, source) };
  const adminToken = env[source.env];
  if (adminToken) return { adminToken };
  throw wrong(
    file,
    `\`adminToken\` comes from the environment variable ${source.env}, which is not set`,
    `Set ${source.env}.`,
  );
}

/** A token written into a file is one that will be committed; only a platform on this machine may have that. */
function literalToken(file: string, url: string, value: string): string {
  if (/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname)) return value;
  throw wrong(
    file,
    '`adminToken` is written out, which is allowed for loopback URLs only',
    'Write `adminToken: {env: NAME_OF_A_VARIABLE}` and set that variable.',
  );
}

function wrong(file: string, what: string, fix: string): UsageError {
  return new UsageError({ code: 'SUBJECT_INVALID', message: `In the subject file ${file}, ${what}.`, fix });
}

function beside(file: string, path: string): string {
  return isAbsolute(path) ? path : resolve(dirname(file), path);
}
