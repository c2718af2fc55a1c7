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
