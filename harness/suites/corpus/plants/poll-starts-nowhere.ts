import { plant } from '../../../faults/plant.ts';

plant(
  'runtime.pollPath',
  () => (workspaceId: string) => `/workspaces/${workspaceId}/activity?type=none&limit=1`,
);
