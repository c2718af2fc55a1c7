import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { UsageError } from '../support/errors.ts';
import { didYouMean } from '../support/nearest.ts';

/** Name of the project's own settings file, looked for in the working directory. */
export const CONFIG_FILE = 'assay.config.yaml';

/** Settings that a project keeps in `assay.config.yaml`; every key is optional and flags win over all of them. */
export interface ConfigFile {
  readonly suites?: readonly string[];
  readonly subject?: string;
  readonly revision?: string;
  readonly mode?: string;
  readonly seed?: number;
  readonly out?: string;
  readonly workers?: number;
}

const text = { type: 'string', minLength: 1 };

/** JSON Schema of each key; what is wrong beyond its form, such as an unknown suite, is told where it is used. */
export const CONFIG_KEYS: Readonly<Record<keyof ConfigFile, object>> = {
  suites: { description: 'the suites to run; all when absent', type: 'array', items: { type: 'string' } },
  subject: { description: 'subject file; the reference platform when absent', ...text },
  revision: { description: 'contract revision: `R1`, `R3` or a day between them', ...text },
  mode: { description: '`process` or `compose`', ...text },
  seed: { description: 'from which nonces and samples follow; random when absent', type: 'integer' },
  out: { description: 'run directory; `assay-report` when absent', ...text },
  workers: { description: 'how much runs at once; 2 when absent', type: 'integer' },
};

/** Reads the settings file of a directory; a missing one is empty. Throws `UsageError` naming file, key and fix. */
export async function loadConfigFile(directory: string): Promise<ConfigFile> {
  const file = join(directory, CONFIG_FILE);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new UsageError({
      code: 'CONFIG_UNREADABLE',
      message: `${file} cannot be read.`,
      fix: 'Make it a file that you may read, or remove it.',
      cause: error,
    });
  });
  return text === undefined ? {} : checkConfig(file, parseYaml(file, text));
}

function parseYaml(file: string, text: string): unknown {
  try {
    return parse(text) ?? {};
  } catch (cause) {
    const where = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : '';
    throw new UsageError({
      code: 'CONFIG_SYNTAX',
      message: `${file} is not valid YAML: ${where}`,
      fix: 'Mend the line named above.',
    });
  }
}

function checkConfig(file: string, value: unknown): ConfigFile {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError({
      code: 'CONFIG_SHAPE',
      message: `${file} must hold keys and values.`,
      fix: 'See the settings table in the README.',
    });
  }
  for (const [key, setting] of Object.entries(value)) checkSetting(file, key, setting);
  return value;
}

function checkSetting(file: string, key: string, value: unknown): void {
  const known = Object.keys(CONFIG_KEYS);
  if (!known.includes(key)) {
    throw new UsageError({
      code: 'CONFIG_UNKNOWN_KEY',
      message: `${file}: unknown key "${key}".`,
      fix: didYouMean(key, known),
    });
  }
  const schema = CONFIG_KEYS[key as keyof ConfigFile];
  if (new Ajv({ validateSchema: false }).validate(schema, value)) return;
  throw new UsageError({
    code: 'CONFIG_VALUE',
    message: `${file}: ${key} cannot be ${JSON.stringify(value)}.`,
    fix: 'See the settings table in the README.',
  });
}
