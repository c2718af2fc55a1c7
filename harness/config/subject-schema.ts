import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { UsageError } from '../support/errors.ts';
import { nearest } from '../support/nearest.ts';
import type { Capability } from './subject-capabilities.ts';
import { KINDS, type Kind, SUBJECT_KEYS, schemaOf } from './subject-keys.ts';

export type TokenSource = string | { readonly env: string };

interface Common {
  readonly name: string;
  readonly revision: string;
  readonly capabilities: readonly Capability[];
  readonly baseline?: string;
}

interface Probed {
  readonly readiness?: string;
  readonly readinessTimeoutMs?: number;
}

/** A subject file as written, once its shape has been checked. */
export type SubjectDocument =
  | (Common & { readonly kind: 'reference' })
  | (Common &
      Probed & {
        readonly kind: 'command';
        readonly command: readonly [string, ...string[]];
        readonly cwd?: string;
        readonly env?: Readonly<Record<string, string | number | boolean>>;
        readonly adminToken?: string;
        readonly port?: number;
        readonly database?: string;
        readonly redis?: string;
      })
  | (Common &
      Probed & {
        readonly kind: 'remote';
        readonly url?: string;
        readonly agentUrl?: string;
        readonly adminToken?: TokenSource;
      });

/** As `adminToken`, of a platform that lets everybody be an admin. */
export const NO_TOKEN = 'none';

/** Narrows parsed YAML to a subject document. Throws `UsageError` naming file, key and the nearest known key. */
export function checkShape(file: string, document: unknown): SubjectDocument {
  const kind = kindOf(file, document);
  const validate = validatorFor(kind);
  if (validate(document)) return document;
  throw shapeError(file, kind, validate.errors?.[0]);
}

/** For one file, so the schema itself is not held against that of all schemas, which takes longer than all the rest. */
function validatorFor(kind: Kind): ValidateFunction<SubjectDocument> {
  return new Ajv({ allowUnionTypes: true, validateSchema: false }).compile<SubjectDocument>(schemaOf(kind));
}

function kindOf(file: string, document: unknown): Kind {
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    throw invalid(file, 'the top level is not a mapping of keys', 'Start from a file in compose/subjects/.');
  const kind: unknown = Reflect.get(document, 'kind');
  const known = KINDS.find((each) => each === kind);
  if (known) return known;
  throw invalid(file, `\`kind\` is ${JSON.stringify(kind)}`, `Use one of ${KINDS.join(', ')}.`);
}

function shapeError(file: string, kind: Kind, error: ErrorObject | undefined): UsageError {
  const key = error?.instancePath.slice(1).replaceAll('/', '.') ?? '';
  if (key.split('.')[0] === 'adminToken') return wrongToken(file, kind);
  switch (error?.keyword) {
    case 'additionalProperties':
      return unknownKey(file, kind, String(error.params.additionalProperty));
    case 'required':
      return invalid(file, `the key \`${error.params.missingProperty}\` is missing`, 'Add it.');
    case 'enum':
      return invalid(file, `\`${key}\` is none of its known values`, known(error.params.allowedValues));
    default:
      return invalid(file, `\`${key}\` ${error?.message ?? 'is wrong'}`, 'Correct the value.');
  }
}

/** The two kinds that have a token are told it in two ways. */
function wrongToken(file: string, kind: Kind): UsageError {
  return kind === 'remote'
    ? invalid(
        file,
        '`adminToken` is neither `{env: NAME}` nor a text',
        'Write `adminToken: {env: NAME_OF_A_VARIABLE}`, or `none` where it has none.',
      )
    : invalid(
        file,
        `\`adminToken\` of kind ${kind} is no text`,
        'Write `{{adminToken}}` to get a fresh one, the token itself, or `none`; `{env: NAME}` is for kind remote.',
      );
}

function unknownKey(file: string, kind: Kind, key: string): UsageError {
  const keys = Object.keys(SUBJECT_KEYS[kind]);
  const meant = nearest(key, keys);
  return invalid(
    file,
    `the key \`${key}\` is unknown in a subject of kind ${kind}`,
    [
      ...(kindsAdvice(key) ?? (meant ? [`Did you mean \`${meant}\`?`] : [])),
      `Kind ${kind} has ${keys.join(', ')}.`,
    ].join(' '),
  );
}

/** A key that is right elsewhere was not mistyped. */
function kindsAdvice(key: string): readonly string[] | undefined {
  const having = KINDS.filter((kind) => Object.hasOwn(SUBJECT_KEYS[kind], key));
  if (having.length === 0) return undefined;
  const whose = having.length === 1 ? `kind ${having[0]} has` : `the kinds ${having.join(' and ')} have`;
  return [`Only ${whose} it: leave it out, or change \`kind\`.`];
}

function known(values: readonly string[]): string {
  return `Use one of ${values.join(', ')}.`;
}

function invalid(file: string, what: string, fix: string): UsageError {
  return new UsageError({ code: 'SUBJECT_INVALID', message: `In the subject file ${file}, ${what}.`, fix });
}
