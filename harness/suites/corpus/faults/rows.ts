import type { Seams } from '../../../../compose/seams.ts';
import { at, type SeamChange } from '../../../faults/plant.ts';

type Activity = Parameters<Seams['platform.writeActivity']>[1];

/** The platform writes other columns into the row of an answered message of a running context. */
export function rowInContext(change: (activity: Activity) => Partial<Activity>): SeamChange {
  return at('platform.writeActivity', (write) => (platform, activity) => {
    const isMeant =
      activity.requestBody?.includes('"contextId"') &&
      activity.responseBody !== undefined &&
      activity.status === 'ok';
    return write(platform, isMeant ? { ...activity, ...change(activity) } : activity);
  });
}

/** The cases that it comes to bear on. */
export const IN_CONTEXT: readonly string[] = [
  'context-id-long',
  'context-id-mixed-case',
  'context-id-path',
  'context-id-urn',
  'context-id-zero',
  'hg-content-and-metadata',
  'session-platform-context',
  'session-restart-in-flight',
  'session-restart-in-flight-caller',
  'session-restart-in-flight-content',
  'session-restart-mid-answer',
  'session-restart-other-address',
  'session-restart-same-address',
  'session-restart-task-platform',
  'session-restart-unreachable',
  'v03-context',
  'v03-full',
  'v03-stream-platform-full',
  'v03-unknown-task',
];
