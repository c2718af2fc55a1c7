import { violationInWords, violationsIn } from '../../../exclusion/exclusion.ts';
import { inWords, type Operation, type Outcome } from '../../../exclusion/operation.ts';
import { type Random, randomOf } from '../../../support/random.ts';
import { memberAt, type Reply } from '../../contract/language/index.ts';
import { type Desk, endOf, holderOf, newOrgToken, openDesk, type Who } from '../desk.ts';
import { type LeaseCase, type LeaseTools, lease } from '../lease-case.ts';

const HOLDERS = 4;
const ROUNDS = 12;
const TERMS = { toleranceMs: 1_000, longestMs: 3_600_000 };

/** I.3: two holders never at once, over clients that do at random whatever they may. */
export const MUTUAL_EXCLUSION: readonly LeaseCase[] = [
  lease(
    'I.3',
    'never-two',
    'Two holders never have a lease at once, whatever clients do beside each other',
    async (tools) => {
      const desk = await openDesk(tools);
      const clients: Client[] = [];
      for (let nth = 0; nth < HOLDERS; nth += 1) {
        const as = await newOrgToken(tools);
        clients.push({ name: holderOf(as), as });
      }
      const history = await rounds(tools, desk, clients);
      const originMs = history[0]?.startMs ?? 0;
      tools.note(
        'history.txt',
        history.map((operation) => inWords(operation, originMs)),
      );
      const violations = violationsIn(history, TERMS);
      const [first] = violations;
      if (first) tools.note('counter-example.txt', [`seed ${tools.seed}`, ...violationInWords(first)]);
      const told = first ? violationInWords(first).join('; ') : 'nobody shares it';
      tools.expect.value('the history', told, 'nobody shares it');
      const grants = history.filter(({ outcome }) => outcome.is === 'granted').length;
      const refusals = history.filter(({ outcome }) => outcome.is === 'refused').length;
      // Each round that does not lie in the last moments of a lease has a grant, if only the renewal of one.
      tools.expect.value('grants and refusals were seen', grants >= ROUNDS / 2 && refusals >= ROUNDS, true);
    },
  ),
];

interface Client {
  readonly name: string;
  readonly as: Who;
}

/**
 * In each round all begin at the same time. Before every other one as much time goes by as chance says, now and then all
 * of the lease; before the rest, all but the last moments that its holder was told, who then asks for nothing: whoever
 * gets it there was let in too early, or the holder told too much.
 */
async function rounds(
  tools: LeaseTools,
  desk: Desk,
  clients: readonly Client[],
): Promise<readonly Operation[]> {
  const random = randomOf(`${tools.seed}/never-two`);
  const history: Operation[] = [];
  let aheadMs = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const standing = round % 2 === 1 ? standingLease(history) : undefined;
    const restMs = standing && standing.untilMs - aheadMs - Date.now() - LAST_MOMENTS_MS;
    const byMs = Math.max(0, Math.floor(restMs ?? random() * 45_000));
    aheadMs = (await tools.advance(byMs)) - Date.now();
    const plans = clients.map((client) => ({
      client,
      acts: client.name === standing?.client ? [WATCH] : actsOf(random),
    }));
    const done = await Promise.all(
      plans.map(async ({ client, acts }) => {
        const own: Operation[] = [];
        for (const act of acts) own.push(await perform(desk, client, act, () => Date.now() + aheadMs));
        return own;
      }),
    );
    history.push(...done.flat());
  }
  return history.toSorted((one, other) => one.startMs - other.startMs);
}

/** More than all that clocks are allowed to differ by. */
const LAST_MOMENTS_MS = 2 * TERMS.toleranceMs;

/** The last lease that was granted, unless it was given back. */
function standingLease(history: readonly Operation[]) {
  const ended = history.toSorted((one, other) => one.endMs - other.endMs);
  const last = ended.findLast(({ outcome }) => ['granted', 'released'].includes(outcome.is));
  return last?.outcome.is === 'granted' ? { client: last.client, untilMs: last.outcome.untilMs } : undefined;
}

const KINDS = ['acquire', 'acquire', 'acquire', 'release', 'observe'] as const;
type Act = { readonly kind: (typeof KINDS)[number]; readonly ttl: number };

const WATCH: Act = { kind: 'observe', ttl: 0 };

/** Whoever gets the lease asks again for a shorter one, which must not bring its end forward. */
function actsOf(random: Random): readonly Act[] {
  const ttl = (least: number) => least + Math.floor(random() * 16);
  const pick = () => KINDS[Math.floor(random() * KINDS.length)] ?? 'acquire';
  const more = Array.from({ length: Math.floor(random() * 2) }, () => ({ kind: pick(), ttl: ttl(30) }));
  return [{ kind: 'acquire', ttl: ttl(46) }, { kind: 'acquire', ttl: ttl(30) }, ...more];
}

async function perform(
  desk: Desk,
  { name, as }: Client,
  { kind, ttl }: Act,
  nowMs: () => number,
): Promise<Operation> {
  const startMs = nowMs();
  const reply = await send(desk, as, kind, ttl);
  return { client: name, kind, startMs, endMs: nowMs(), outcome: outcomeOf(kind, reply) };
}

function send(desk: Desk, as: Who, kind: Act['kind'], ttl: number): Promise<Reply> {
  if (kind === 'observe') return desk.control(as);
  return kind === 'release' ? desk.release(as) : desk.acquire(as, { ttl_seconds: ttl });
}

function outcomeOf(kind: Act['kind'], reply: Reply): Outcome {
  if (reply.status === 409) return { is: 'refused' };
  const unknown: Outcome = { is: 'unknown', why: `${reply.status} ${reply.text.slice(0, 100)}` };
  if (reply.status !== 200) return unknown;
  if (kind === 'release') return { is: 'released' };
  const holder = memberAt(reply.json, 'controlled_by');
  if (kind === 'observe') return typeof holder === 'string' ? { is: 'held', by: holder } : { is: 'free' };
  const untilMs = endOf(reply);
  return Number.isNaN(untilMs) ? unknown : { is: 'granted', untilMs };
}
