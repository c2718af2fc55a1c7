import { type WorldDescription, worldLogLines } from '../environment/index.ts';
import { deadlineIn, poll } from '../support/deadline.ts';
import type { CaseAt } from './suite.ts';

const MAX_LINES = 20;

/** A service may have answered before it logs that it did. */
const LAG_MS = 250;

/** What the services of a case's world have logged of one request, redacted; it is kept as evidence too. */
export async function logLinesOf(
  requestId: string,
  { world, redactor, evidence }: Pick<CaseAt, 'world' | 'redactor' | 'evidence'>,
): Promise<readonly string[]> {
  const found = world ? await linesIn(world, requestId) : [];
  const lines = found.map(({ service, text }) => `${service}: ${redactor.text(text)}`);
  if (lines.length > 0) evidence.text('platform.log', lines);
  return lines;
}

async function linesIn(world: WorldDescription, requestId: string) {
  const look = () => {
    const found = worldLogLines(world, requestId, { maxLines: MAX_LINES });
    return found.length > 0 ? found : undefined;
  };
  return (await poll(look, deadlineIn(world.services.length > 0 ? LAG_MS : 0), 25)) ?? [];
}
