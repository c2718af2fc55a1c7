import { seam } from '../../seam.ts';
import { wakeWorkspace } from '../control-plane/restart.ts';
import { type Answer, refusal } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import { validateDispatchUrl } from '../ssrf/dispatch-url.ts';
import type { Lookup, Target } from './target.ts';

export type Resolved =
  | { readonly target: Target; readonly url: string; readonly refused?: undefined }
  | { readonly refused: Answer };

/** Step 10: where the message goes, or why it cannot (A.6). */
export const resolveUrl = seam('platform.resolveUrl', urlOf);

async function urlOf(platform: Platform, lookup: Lookup): Promise<Resolved> {
  if (lookup.kind === 'missing') return { refused: refusal(404, 'workspace not found') };
  if (lookup.kind !== 'found') return { refused: refusal(500, 'lookup failed') };
  const { target } = lookup;
  const url = target.url ?? '';
  if (url === '') return { refused: noUrl(platform, target) };
  const { deployMode, development } = platform.config;
  const verdict = await validateDispatchUrl(url, { deployMode, development }, platform.resolve);
  return verdict.allowed
    ? { target, url }
    : { refused: refusal(502, 'workspace URL is not publicly routable') };
}

function noUrl(platform: Platform, target: Target): Answer {
  if (target.status !== 'hibernated') return refusal(503, 'workspace has no URL', { status: target.status });
  void platform.background.start('wake', () => wakeWorkspace(platform, target.id));
  const error = 'workspace is waking from hibernation — retry in ~15 seconds';
  return { ...refusal(503, error, { waking: true, retry_after: 15 }), headers: { 'retry-after': '15' } };
}
