import type { Entry, RuntimeId } from '../../corpus/entry.ts';
import { payloadBytes } from '../../corpus/payload.ts';
import type { WorldDescription } from '../../environment/index.ts';
import { parseBytes } from '../../wire/document/parse.ts';
import { writeDocument } from '../../wire/document/write.ts';
import { seededNonce } from '../../wire/nonce.ts';
import { bytesOf } from '../../wire/recorded-body.ts';
import type { CorpusBench } from '../corpus/bench.ts';
import type { CaseContext } from '../corpus/case-context.ts';
import { type CaseRecord, trimExchange, trimRecord } from '../corpus/case-record.ts';
import { whyRateLimited } from '../corpus/rate-limit.ts';
import { replayCase } from '../corpus/replay-case.ts';
import { whyUnprepared } from '../corpus/unprepared.ts';
import { worldOf } from '../perform.ts';
import { senderAt } from '../sender-at.ts';
import type { CaseAt } from '../suite.ts';
import { arrivedBytes } from './arrived.ts';
import { dueOf, isChanged } from './due.ts';
import { FORWARDED_HEADERS } from './request-changes.ts';

/** An entry on its way to one runtime. */
export interface Routes {
  readonly platform: CaseRecord;
  /** As the entry has it; absent where the platform could not be brought so far. */
  readonly direct?: CaseRecord;
  /** Sent directly as the contract has a platform send it on; the direct one where that is the same. */
  readonly forwarded?: CaseRecord;
}

/** What one case did and saw; or why there were no two routes. */
export type Observed =
  | { readonly unjudged: string }
  | { readonly entry: Entry; readonly runtime: RuntimeId; readonly routes: Routes };

const BODY_CAP_BYTES = 64 * 1024;

/** Sends an entry through the platform and directly to the same runtime, to an agent of its own each time. */
export async function performRoutes(bench: CorpusBench, at: CaseAt): Promise<Observed> {
  const observed = await performBoth(bench, at);
  if ('routes' in observed) at.evidence.json('record.json', trimmed(observed.routes));
  return observed;
}

function trimmed(routes: Routes) {
  const records = Object.entries(routes) as readonly (readonly [string, CaseRecord])[];
  const own = records.filter(
    ([, record], index) => records.findIndex(([, each]) => each === record) === index,
  );
  return Object.fromEntries(own.map(([name, record]) => [name, trimRecord(record, BODY_CAP_BYTES)]));
}

async function performBoth(bench: CorpusBench, at: CaseAt): Promise<Observed> {
  const world = worldOf(at.planned, at.world);
  const entry = bench.entry(at.planned.facets.entry);
  const runtime = at.planned.facets.runtime as RuntimeId;
  if (!world.runtimes[runtime])
    return { unjudged: `fewer than two routes: this world has no runtime ${runtime}` };
  const why = whyNoDirectRoute(world);
  if (why !== undefined) return { unjudged: why };
  const replay = (route: string, over: Partial<CaseContext> & Pick<CaseContext, 'entry'>) =>
    replayRoute(bench, at, world, runtime, route, over);
  const platform = await replay('platform', { entry: { ...entry, route: 'platform' } });
  const unjudged = whyUnprepared(world, platform) ?? whyRateLimited(platform);
  if (unjudged !== undefined) return { unjudged };
  if (!platform.prepared) return { entry, runtime, routes: { platform } };
  const direct = await replay('direct', { entry: onItsOwn(entry) });
  const forwarded = isSentOnOtherwise(entry, platform)
    ? await replay('forwarded', asForwarded(entry, platform))
    : direct;
  return { entry, runtime, routes: { platform, direct, forwarded } };
}

/** Why the inbox that the direct route leads to could not be compared, if so. */
function whyNoDirectRoute({ subject: { agentUrl } }: WorldDescription): string | undefined {
  if (agentUrl === undefined) return undefined;
  return `fewer than two routes: the direct one leads to ${agentUrl}, whose inbox nobody can read`;
}

function replayRoute(
  { transport }: CorpusBench,
  at: CaseAt,
  world: WorldDescription,
  runtime: RuntimeId,
  route: string,
  over: Partial<CaseContext> & Pick<CaseContext, 'entry'>,
): Promise<CaseRecord> {
  const { planned, setting, redactor } = at;
  return replayCase({
    ...{ runtime, world, transport, redactor, watch: 'none' },
    sender: senderAt(transport, at, (exchange) => trimExchange(exchange, BODY_CAP_BYTES)),
    revision: setting.revision,
    ...(setting.deadlineMs !== undefined && { deadlineMs: setting.deadlineMs }),
    freshNonce: () => seededNonce(`${setting.seed}/${planned.id}/${route}`),
    ...over,
  });
}

/** Nobody else speaks on the way straight to a runtime. */
function onItsOwn({ caller: _caller, ...entry }: Entry): Entry {
  return { ...entry, route: 'direct' };
}

/** Whether the contract changes anything of what is sent, headers included, but how it is written. */
function isSentOnOtherwise({ steps }: Entry, { steps: records, revision }: CaseRecord): boolean {
  const plain = JSON.stringify(FORWARDED_HEADERS);
  const isPlain = steps.every(({ headers }) => JSON.stringify(headers) === plain);
  return (
    !isPlain ||
    records.some(({ sent }) => {
      const document = parseBytes(bytesOf(sent));
      return document !== undefined && isChanged(document, revision);
    })
  );
}

/** The entry as the platform has to send it on; ids that were made on the way are those that arrived. */
function asForwarded(
  entry: Entry,
  { revision, steps }: CaseRecord,
): Pick<CaseContext, 'entry' | 'payloadOf'> {
  const own = onItsOwn(entry);
  return {
    entry: { ...own, steps: own.steps.map((step) => ({ ...step, headers: FORWARDED_HEADERS })) },
    payloadOf: (step, index, values) => {
      const payload = payloadBytes(step, values);
      const document = parseBytes(payload);
      const received = arrivedBytes(steps[index]);
      if (document === undefined) return payload;
      return Buffer.from(writeDocument(dueOf(document, revision, received && parseBytes(received))));
    },
  };
}
