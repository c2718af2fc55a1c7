import type { WireLine } from '../../canary/envelope.ts';
import { whyNoAnswer } from '../../canary/no-answer.ts';
import type { Claim } from '../../config/runtime-terms.ts';
import { CLAIMS } from '../../config/runtime-terms.ts';
import type { CanaryEndpoint } from '../../environment/index.ts';
import { type Deadline, deadlineIn, poll } from '../../support/deadline.ts';
import { parseJson } from '../../support/parse-json.ts';
import { valueAt } from '../../wire/document/pointer.ts';
import { textOfRecorded } from '../../wire/recorded-body.ts';
import type { Sender } from '../../wire/sender.ts';
import type { Acquaintance } from './record.ts';
import { freshId, type Speech, speak } from './speak.ts';

const CARD_PATHS = [
  '/.well-known/agent-card.json',
  '/.well-known/agent.json',
  '/agent-card',
  '/agent-card.json',
];
const ENDPOINT_PATHS = ['/', '/a2a'];
const CARD_DEADLINE_MS = 5_000;
/** Of the first message, unless more is left of the time in which the runtime has to be ready. */
const LEAST_FIRST_MS = 1_000;
const EVERY_MS = 250;

/**
 * Gets to know a runtime: finds its card, the path that takes messages and the line that it speaks, and says hello. A
 * runtime that listens may not be ready: it is asked again, as long as its terms allow, while it answers as one that
 * is still coming up. One that nobody has seen yet is asked once.
 */
export async function acquaint(
  sender: Sender,
  { url, terms, isUnseen }: CanaryEndpoint,
): Promise<Acquaintance> {
  const card = await findCard(sender, url, terms.cardPath, terms.headers);
  const places = placesOf(url, terms.endpoint, card?.document);
  const lines = linesOf(card?.document);
  const deadline = deadlineIn(isUnseen ? 0 : terms.readinessMs);
  const met = await firstTalk({ sender, headers: terms.headers, places, lines }, deadline);
  return {
    ...met,
    ...(card && { cardPath: card.path }),
    ...versionOf(card?.document),
    claims: terms.claims ?? claimsOf(card?.document),
  };
}

interface Card {
  readonly path: string;
  readonly document: unknown;
}

async function findCard(
  sender: Sender,
  url: string,
  known: string | undefined,
  headers: Readonly<Record<string, string>>,
): Promise<Card | undefined> {
  for (const path of known === undefined ? CARD_PATHS : [known]) {
    const { exchange } = await sender.send({
      ...{
        purpose: 'observe',
        method: 'GET',
        url: url + path,
        headers: { accept: 'application/json', ...headers },
      },
      ...{ body: Buffer.alloc(0), deadlineMs: CARD_DEADLINE_MS },
    });
    const { response } = exchange;
    const document = response?.status === 200 ? parseJson(textOfRecorded(response.body)) : undefined;
    if (typeof document === 'object' && document !== null && !Array.isArray(document))
      return { path, document };
  }
  return undefined;
}

/** Where messages may be taken, likeliest first: a card tells the path, and the port that its runtime believes to have. */
function placesOf(url: string, given: string | undefined, card: unknown): readonly string[] {
  if (given !== undefined) return [new URL(given, `${url}/`).href];
  const interfaces = valueAt(card, '/supportedInterfaces');
  const told = [
    valueAt(card, '/url'),
    ...(Array.isArray(interfaces) ? interfaces.map((each) => valueAt(each, '/url')) : []),
  ];
  const paths = told.flatMap((each) =>
    typeof each === 'string' && URL.canParse(each) ? [new URL(each).pathname + new URL(each).search] : [],
  );
  const own = `${new URL(url).pathname.replace(/\/$/, '')}/`;
  const all = [...paths, own, ...ENDPOINT_PATHS].map((path) => new URL(path, `${url}/`).href);
  return [...new Set(all)];
}

/** One that speaks 1.0 alone says so by having interfaces and no version of its own; most of them speak 0.3 too. */
function linesOf(card: unknown): readonly WireLine[] {
  const isV1 =
    valueAt(card, '/protocolVersion') === undefined && Array.isArray(valueAt(card, '/supportedInterfaces'));
  return isV1 ? ['1.0', '0.3'] : ['0.3', '1.0'];
}

interface Search {
  readonly sender: Sender;
  readonly headers: Readonly<Record<string, string>>;
  readonly places: readonly string[];
  readonly lines: readonly WireLine[];
}

type Met = Pick<Acquaintance, 'endpoint' | 'line' | 'unusable'>;

async function firstTalk(search: Search, deadline: Deadline): Promise<Met> {
  let last: Met = { endpoint: search.places[0] ?? '', line: '0.3', unusable: 'nothing was asked' };
  const met = await poll(
    async () => {
      const attempt = await tryAll(search, deadline);
      last = attempt.met;
      return attempt.isComingUp ? undefined : attempt.met;
    },
    deadline,
    EVERY_MS,
  );
  return met ?? last;
}

/** The first place and line that take a message; else what came last. */
async function tryAll(
  { sender, headers, places, lines }: Search,
  deadline: Deadline,
): Promise<{ met: Met; isComingUp: boolean }> {
  let best: { met: Met; isComingUp: boolean; rank: number } | undefined;
  for (const endpoint of places) {
    for (const line of lines) {
      const messageId = freshId();
      const message = {
        messageId,
        text: 'Hello.',
        files: [],
        contextId: freshId('ctx-'),
        waits: true,
        streams: false,
      };
      const speech = await speak({ sender, endpoint, line, headers }, message, {
        deadlineMs: Math.max(LEAST_FIRST_MS, deadline.remainingMs()),
      });
      const unusable = whyUnusable(speech);
      if (unusable === undefined) return { met: { endpoint, line }, isComingUp: false };
      const rank = rankOf(speech);
      if (!best || rank > best.rank)
        best = { met: { endpoint, line, unusable }, isComingUp: isComingUp(speech), rank };
      // One that takes long over its first message has taken it: that says nothing of the line.
      if (speech.outcome.kind === 'overdue') break;
    }
  }
  return (
    best ?? { met: { endpoint: '', line: '0.3', unusable: 'there was nowhere to ask' }, isComingUp: false }
  );
}

function whyUnusable({ outcome }: Speech): string | undefined {
  if (outcome.kind !== 'answered') return outcome.words;
  const why = whyNoAnswer(outcome.reply.text);
  return why === undefined
    ? undefined
    : `the sender got ${why}${outcome.reply.text === '' ? '' : `: "${outcome.reply.text}"`}`;
}

const COMING_UP: ReadonlySet<number> = new Set([502, 503, 504]);

function isComingUp({ told }: Speech): boolean {
  if (told.kind === 'nothing') return told.before === 'connection' || told.code === 'ECONNRESET';
  return COMING_UP.has(told.status);
}

/** What says most about the place that takes messages: JSON-RPC that fails, before a page that is not there. */
function rankOf({ told }: Speech): number {
  if (told.kind === 'nothing' || told.status === 404 || told.status === 405) return 0;
  if (told.kind === 'success' || told.kind === 'failed-task') return 4;
  if (told.kind === 'refused') return told.code === -32601 ? 1 : 3;
  return 2;
}

/** What every template is held to when it says nothing else, and what the tags of a card say. */
const USUAL_CLAIMS: readonly Claim[] = ['files', 'memory'];

function claimsOf(card: unknown): readonly Claim[] {
  const skills = valueAt(card, '/skills');
  const tags = new Set(
    (Array.isArray(skills) ? skills : []).flatMap((skill: unknown) => valueAt(skill, '/tags')).map(String),
  );
  const streams = valueAt(card, '/capabilities/streaming') === true;
  return CLAIMS.filter(
    (claim) => USUAL_CLAIMS.includes(claim) || tags.has(claim) || (claim === 'streaming' && streams),
  );
}

function versionOf(card: unknown): Pick<Acquaintance, 'version'> {
  const version =
    valueAt(card, '/protocolVersion') ?? valueAt(card, '/supportedInterfaces/0/protocolVersion');
  return typeof version === 'string' ? { version } : {};
}
