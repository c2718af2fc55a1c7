import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { LineCounter, parseDocument } from 'yaml';
import { didYouMean } from '../../support/nearest.ts';
import type { PolicyLayer, Signer } from './policy.ts';
import { FILE_KEYS, POLICY_SCHEMA } from './schema.ts';
import { neverMet } from './sound.ts';
import { unreadablePolicy } from './unreadable.ts';

/** Reads one policy file (YAML). Whatever is wrong with it is an `AssayError` (exit 2) that names file, place and fix. */
export async function loadPolicyLayer(file: string, suites: readonly string[]): Promise<PolicyLayer> {
  const document = parseYaml(file, await readText(file));
  const layer = checkShape(file, document);
  const problems = neverMet(layer, suites);
  if (problems.length > 0)
    throw unreadablePolicy(file, 'can never be met', {
      details: problems,
      fix: 'Correct what is named above.',
    });
  return layer.signers ? { ...layer, signers: await withKeys(file, layer.signers) } : layer;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw unreadablePolicy(file, 'cannot be read', { cause, fix: 'Check the path.' });
  }
}

function parseYaml(file: string, text: string): unknown {
  if (text.trim() === '')
    throw unreadablePolicy(file, 'is empty', { fix: 'Write `formatVersion: 1` at least.' });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const problems = [...document.errors, ...document.warnings];
  if (problems.length === 0) return document.toJS({ maxAliasCount: 0 });
  throw unreadablePolicy(file, 'is not well-formed YAML', {
    details: problems.map(
      ({ pos, message }) => `line ${lines.linePos(pos[0]).line}: ${message.split('\n')[0]}`,
    ),
  });
}

function checkShape(file: string, value: unknown): PolicyLayer {
  const ajv = new Ajv({ allErrors: true, validateSchema: false });
  addFormats.default(ajv);
  const validate = ajv.compile<PolicyLayer>(POLICY_SCHEMA);
  if (validate(value)) return value;
  throw unreadablePolicy(file, 'does not satisfy its schema', {
    details: (validate.errors ?? []).map(inWords),
  });
}

function inWords({ instancePath, message, params }: ErrorObject): string {
  const place = instancePath || '/';
  const key: unknown = params.additionalProperty;
  if (typeof key === 'string') {
    return `${place}: unknown key "${key}". ${place === '/' ? didYouMean(key, FILE_KEYS) : ''}`.trimEnd();
  }
  const allowed: unknown = params.allowedValues;
  return `${place}: ${Array.isArray(allowed) ? `must be one of ${allowed.join(', ')}` : message}`;
}

/** Each with the key itself in place of the path of one. */
async function withKeys(file: string, signers: readonly Signer[]): Promise<readonly Signer[]> {
  return Promise.all(
    signers.map(async ({ name, key }) => {
      if (key.includes('-----BEGIN')) return { name, key };
      const path = resolve(dirname(file), key);
      try {
        return { name, key: await readFile(path, 'utf8') };
      } catch (cause) {
        throw unreadablePolicy(file, `names the key ${path} of signer ${name}, which cannot be read`, {
          cause,
          fix: 'Put the public key there, as PEM.',
        });
      }
    }),
  );
}
