import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { inProject } from '../../support/paths.ts';
import type { Pin } from './pin.ts';

/** A workflow as it is to stand in a repository. */
export interface WorkflowFile {
  /** Path in the repository. */
  readonly path: string;
  readonly text: string;
}

/** Hosts for which there is a workflow, with the folder in which each looks for them. */
const FOLDERS = { github: '.github/workflows', gitea: '.gitea/workflows' } as const;
/** Under which name the canaries of a template report on both. */
export const CHECK = 'session-continuity-e2e';
const HEAD = /^# Written by `assay init --(?:template|shards \d+)`, sha256 of the rest ([0-9a-f]{64})\n/;

/** The workflows that gate a template by canaries. */
export function templateFiles(pin: Pin): Promise<readonly WorkflowFile[]> {
  return written(
    '--template',
    'assay-canary.yml',
    (host) => `${host}.yaml`,
    (text) => filled(text, pin),
  );
}

/** The workflows that deal a run out to so many machines, merge what they found, and gate it. */
export function shardFiles(pin: Pin, total: number): Promise<readonly WorkflowFile[]> {
  const list = Array.from({ length: total }, (_, position) => position + 1).join(', ');
  return written(
    `--shards ${total}`,
    'assay-shards.yml',
    (host) => `shards/${host}.yaml`,
    (text) => filled(text, pin).replace('__SHARDS__', `[${list}]`).replaceAll('__TOTAL__', `${total}`),
  );
}

async function written(
  option: string,
  name: string,
  template: (host: string) => string,
  fill: (text: string) => string,
): Promise<readonly WorkflowFile[]> {
  return await Promise.all(
    Object.entries(FOLDERS).map(async ([host, folder]) => {
      const text = await readFile(inProject(`harness/cli/init/templates/${template(host)}`), 'utf8');
      return { path: `${folder}/${name}`, text: signed(option, fill(text)) };
    }),
  );
}

/** Whether a text is as it was written, by whatever version of Assay: nobody has changed it since. */
export function isUntouched(text: string): boolean {
  const [head = '', digest] = HEAD.exec(text) ?? [];
  return digest !== undefined && digest === digestOf(text.slice(head.length));
}

function filled(text: string, { repository, commit }: Pin): string {
  return text.replace('__ASSAY_REPOSITORY__', () => repository).replace('__ASSAY_COMMIT__', () => commit);
}

function signed(option: string, text: string): string {
  return `# Written by \`assay init ${option}\`, sha256 of the rest ${digestOf(text)}\n${text}`;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
