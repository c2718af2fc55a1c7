import type { Entry, RuntimeId } from '../../corpus/entry.ts';
import type { WorldDescription } from '../../environment/index.ts';
import { seededNonce } from '../../wire/nonce.ts';
import { worldOf } from '../perform.ts';
import { senderAt } from '../sender-at.ts';
import type { CaseAt } from '../suite.ts';
import type { CorpusBench } from './bench.ts';
import { type CaseRecord, trimExchange, trimRecord } from './case-record.ts';
import { whyRateLimited } from './rate-limit.ts';
import { replayCase } from './replay-case.ts';
import { whyUnprepared } from './unprepared.ts';

/** What one case did and saw; or why it says nothing about the subject. */
export type Observed =
  | { readonly unjudged: string }
  | { readonly entry: Entry; readonly runtime: RuntimeId; readonly record: CaseRecord };

const BODY_CAP_BYTES = 64 * 1024;

/** Replays the entry of a case to its runtime; exchanges reach the disk before anything is judged. */
export async function performEntry(bench: CorpusBench, at: CaseAt): Promise<Observed> {
  const world = worldOf(at.planned, at.world);
  const entry = bench.entry(at.planned.facets.entry);
  const runtime = at.planned.facets.runtime as RuntimeId;
  const record = await replay(bench, at, world, entry, runtime);
  at.evidence.json('record.json', trimRecord(record, BODY_CAP_BYTES));
  const unprepared = whyUnprepared(world, record);
  if (unprepared !== undefined) return { unjudged: unprepared };
  const limited = whyRateLimited(record);
  if (limited !== undefined) return { unjudged: limited };
  return { entry, runtime, record };
}

function replay(
  { transport }: CorpusBench,
  at: CaseAt,
  world: WorldDescription,
  entry: Entry,
  runtime: RuntimeId,
): Promise<CaseRecord> {
  const { planned, setting, redactor, idle } = at;
  return replayCase({
    ...{ entry, runtime, world, transport, redactor, idle },
    sender: senderAt(transport, at, (exchange) => trimExchange(exchange, BODY_CAP_BYTES)),
    revision: setting.revision,
    ...(setting.deadlineMs !== undefined && { deadlineMs: setting.deadlineMs }),
    freshNonce: () => seededNonce(`${setting.seed}/${planned.id}`),
  });
}
