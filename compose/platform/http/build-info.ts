import { seam } from '../../seam.ts';
import type { Platform } from '../platform.ts';

/** What the build that runs was made from (0.1). */
export const buildInfo = seam('platform.buildInfo', ({ config }: Platform) => ({ git_sha: config.buildSha }));
