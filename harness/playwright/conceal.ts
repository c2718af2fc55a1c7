import { readFileSync } from 'node:fs';
import type { WorldDescription } from '../environment/index.ts';
import { createRedactor, type Redactor } from '../support/redaction/redactor.ts';

/** By what a process of a run knows its secrets. */
export interface SecretsOf {
  readonly redactionKey: string;
  /** Absolute path of the world's description, which appears when the world is ready; absent when there is none. */
  readonly worldFile?: string;
}

/** A redactor for the run, which reads the secrets of its world as soon as that is there. */
export function concealing({ redactionKey, worldFile }: SecretsOf): Pick<Redactor, 'value'> {
  const redactor = createRedactor({ secrets: [], key: redactionKey });
  let isRead = worldFile === undefined;
  return {
    value: (value) => {
      const secrets = isRead ? undefined : secretsIn(worldFile ?? '');
      for (const secret of secrets ?? []) redactor.learn(secret);
      isRead ||= secrets !== undefined;
      return redactor.value(value);
    },
  };
}

function secretsIn(file: string): readonly string[] | undefined {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as WorldDescription).secrets;
  } catch {
    return undefined;
  }
}
