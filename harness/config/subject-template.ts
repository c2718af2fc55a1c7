import { closest } from 'fastest-levenshtein';
import { UsageError } from '../support/errors.ts';
import type { CommandSubject } from './subject-kinds.ts';

/** What a command subject can be told about its world. */
export const TEMPLATE_VARIABLES = [
  'port',
  'url',
  'databaseUrl',
  'redisUrl',
  'adminToken',
  'controlPlaneUrl',
  'controlPlaneSecret',
] as const;
export type TemplateVariable = (typeof TEMPLATE_VARIABLES)[number];
export type TemplateValues = Readonly<Partial<Record<TemplateVariable, string>>>;

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Replaces each `{{variable}}`; the subject has been checked, so every variable it uses has a value. */
export function fillTemplate(text: string, values: TemplateValues): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => values[name as TemplateVariable] ?? whole);
}

/** Refuses variables that do not exist, and those whose service the subject does not ask for. */
export function checkTemplates(subject: CommandSubject): void {
  for (const [key, text] of templatesOf(subject))
    for (const [, name = ''] of text.matchAll(PLACEHOLDER)) checkVariable(subject, key, text, name);
}

function templatesOf(subject: CommandSubject): readonly (readonly [string, string])[] {
  return [
    ...subject.command.map((word, index) => [`command[${index}]`, word] as const),
    ...Object.entries(subject.env).map(([name, value]) => [`env.${name}`, value] as const),
    ...(subject.adminToken === undefined ? [] : [['adminToken', subject.adminToken] as const]),
  ];
}

function checkVariable(subject: CommandSubject, key: string, text: string, name: string): void {
  if (!(TEMPLATE_VARIABLES as readonly string[]).includes(name))
    throw problem(
      subject.file,
      `\`${key}\` uses the unknown template variable {{${name}}}`,
      `Did you mean {{${closest(name, [...TEMPLATE_VARIABLES])}}}? There are ${TEMPLATE_VARIABLES.join(', ')}.`,
    );
  if (name === 'databaseUrl' && subject.database === 'none')
    throw unserved(subject.file, key, name, 'database');
  if (name === 'redisUrl' && subject.redis === 'none') throw unserved(subject.file, key, name, 'redis');
  if (name === 'adminToken' && subject.adminToken === undefined)
    throw problem(
      subject.file,
      `\`${key}\` uses {{adminToken}}, but the subject has \`adminToken: none\``,
      'Leave one of the two out.',
    );
  if (key === 'adminToken' && text !== '{{adminToken}}')
    throw problem(
      subject.file,
      '`adminToken` is neither a literal nor `{{adminToken}}` alone',
      'Write `{{adminToken}}` to get a fresh one, or the token itself.',
    );
}

function unserved(file: string, key: string, name: string, service: string): UsageError {
  return problem(
    file,
    `\`${key}\` uses {{${name}}}, but the subject asks for no ${service}`,
    `Add \`${service}: embedded\`, or the URL of a running one.`,
  );
}

function problem(file: string, what: string, fix: string): UsageError {
  return new UsageError({ code: 'SUBJECT_INVALID', message: `In the subject file ${file}, ${what}.`, fix });
}
