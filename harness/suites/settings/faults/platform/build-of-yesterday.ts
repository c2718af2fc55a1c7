import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const buildOfYesterday: Fault = {
  id: 'P-build-untrue',
  title: 'the build that is told is always the same',
  plant: onPlatform(at('platform.buildInfo', () => () => ({ git_sha: 'dev' }))),
  kills: [{ cases: ['0.3-build'], reason: /^it names its commit: 200 .*dev/ }],
};
