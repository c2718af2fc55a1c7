import { changesBetween, readableBytes } from '../../corpus/readable.ts';
import { arrivedBytes } from '../arrived.ts';
import { alignment } from './align.ts';
import type { BothRoutes } from './compare.ts';

/** What arrived directly and through the platform in the last step of both, as a unified diff; empty without one. */
export function diffOfRoutes({ platform, direct }: BothRoutes): string {
  const last = Math.min(platform.steps.length, direct.steps.length) - 1;
  const [own, received] = [arrivedBytes(direct.steps[last]), arrivedBytes(platform.steps[last])];
  if (!own || !received) return '';
  const aligned = alignment(direct, platform, last).bytes(own);
  return changesBetween('directly', 'through the platform', readableBytes(aligned), readableBytes(received));
}
