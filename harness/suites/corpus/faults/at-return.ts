import { at, type SeamChange } from '../../../faults/plant.ts';

/** The platform does something when a workspace registers that has done so before; `url` is where it is now. */
export function atReturn(act: (workspaceId: string, url: string) => Promise<void> | void): SeamChange {
  return at('platform.register', (register) => {
    const known = new Set<string>();
    return async (platform, body, bearer) => {
      const outcome = await register(platform, body, bearer);
      const id = String(body?.id).toLowerCase();
      if (known.has(id)) await act(id, String(body?.url));
      known.add(id);
      return outcome;
    };
  });
}
