import { appendFile, stat } from 'node:fs/promises';
import { annotationsOf, githubCommand, plainLine } from '../report/ci/annotations.ts';
import { renderMarkdown } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';
import { naming } from '../support/full-disk.ts';
import type { Shell } from './shell.ts';

/** What GitHub takes as the summary of one step, whoever wrote to it before. */
const MAX_BYTES = 1024 * 1024;

/** What CI this is, as far as it shows remarks; Gitea and Forgejo set what GitHub sets, and show none. */
export function showsAnnotations(env: Shell['env']): boolean {
  return env.GITHUB_ACTIONS === 'true' && !env.GITEA_ACTIONS && !env.FORGEJO_ACTIONS;
}

/** The remarks on a run, in the form that this CI reads. */
export function annotationLines(report: Report, env: Shell['env']): string {
  const line = showsAnnotations(env) ? githubCommand : plainLine;
  return annotationsOf(report)
    .map((each) => `${line(each)}\n`)
    .join('');
}

/**
 * Adds the summary of a run to that of the step, where this CI has one. Answers what was done, in a sentence; where there
 * is no room left for all of it, nothing is added, for GitHub would drop what is there already.
 */
export async function addStepSummary(report: Report, env: Shell['env']): Promise<string> {
  const file = env.GITHUB_STEP_SUMMARY;
  if (!file) return 'This CI has no summary of a step (GITHUB_STEP_SUMMARY is not set).';
  const text = renderMarkdown(report);
  const before = (await stat(file).catch(() => undefined))?.size ?? 0;
  if (before + Buffer.byteLength(text) > MAX_BYTES)
    return 'The summary of this step has no room left (1 MiB): put this into a step of its own.';
  await appendFile(file, text).catch((error: unknown) => {
    throw naming(file, error);
  });
  return 'The summary of this step has the report.';
}
