import { memberAt, type Tools, type Workspace } from '../../contract/language/index.ts';

const STEP_MS = 20_000;
const STEPS = 8;

/**
 * Puts the clock forward until the platform waits for the agent of a workspace which has said nothing. That is an event
 * of its own, and would come in the middle of a call otherwise. A platform that keeps it online is left at that.
 */
export async function untilAwaited({ platform, advance, pause }: Tools, { id }: Workspace): Promise<void> {
  for (let step = 0; step < STEPS; step += 1) {
    await advance(STEP_MS);
    await pause(30);
    const { json } = await platform.ask('GET', `/workspaces/${id}`);
    if (memberAt(json, 'status') === 'awaiting_agent') return;
  }
}
