import { seam } from '../../seam.ts';
import { wakeWorkspace } from '../control-plane/restart.ts';
import { type Refusal, refuse } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import { validateDispatchUrl } from '../ssrf/dispatch-url.ts';
import type { Target } from './target.ts';

/** Step 10: where the message goes, or why it cannot (A.6). */
export const resolveUrl = seam('platform.resolveUrl', urlOf);

async function urlOf(platform: Platform, target: Target): Promise<string | Refusal> {
  const url = target.url ?? '';
  if (url === '') return noUrl(platform, target);
  const { deployMode, development } = platform.config;
  const verdict = await validateDispatchUrl(url, { deployMode, development }, platform.resolve);
  return verdict.allowed ? url : refuse(502, 'workspace URL is not publicly routable');
}

function noUrl(platform: Platform, target: Target): Refusal {
  if (target.status !== 'hibernated') return refuse(503, 'workspace has no URL', { status: target.status });
  void platform.background.start('wake', () => wakeWorkspace(platform, target.id));
  const error = 'workspace is waking from hibernation — retry in ~15 seconds';
  return refuse(503, error, { waking: true, retry_after: 15 }, { 'retry-after': '15' });
}
