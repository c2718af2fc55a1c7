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
const NAME = 'assay-canary.yml';
/** Under which name both report. */
export const CHECK = 'session-continuity-e2e';
const HEAD = /^# Written by `assay init --template`, sha256 of the rest ([0-9a-f]{64})\n/;

/** The workflows that gate a template by canaries. */
export function workflowFiles(pin: Pin): Promise<readonly WorkflowFile[]> {
  return Promise.all(
    Object.entries(FOLDERS).map(async ([host, folder]) => ({
      path: `${folder}/${NAME}`,
      text: signed(filled(await readFile(inProject(`harness/cli/init/templates/${host}.yaml`), 'utf8'), pin)),
    })),
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

function signed(text: string): string {
  return `# Written by \`assay init --template\`, sha256 of the rest ${digestOf(text)}\n${text}`;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
