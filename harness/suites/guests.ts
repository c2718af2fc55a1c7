import { setTimeout as delay } from 'node:timers/promises';
import type { WorldDescription } from '../environment/index.ts';
import { HarnessError } from '../support/errors.ts';
import { parseJson } from '../support/parse-json.ts';
import { createRedactor } from '../support/redaction/redactor.ts';
import { shorten } from '../wire/document/print.ts';
import { heedingLimits } from '../wire/rate-limit.ts';
import { createSender, type Sender, type Sending, type Sent } from '../wire/sender.ts';
import { openTransport } from '../wire/transmit.ts';
import { bearing } from './bearing.ts';

/** The workspaces that cases have made on a platform that is there longer than the run: what a run makes it takes away. */
export interface Guests {
  /** A sender that notes every workspace that is asked for, whether or not an answer comes. */
  noting(sender: Sender): Sender;
  /**
   * Takes them away, once every request for one has ended, and what else is under way has had its time: an agent that is
   * registered behind the end of its workspace would bring that back. Answers in words which are left.
   */
  leave(): Promise<readonly string[]>;
}

/** A workspace that was asked for; its id is known when the reply said so. */
interface Guest {
  readonly name: string;
  readonly id?: string;
}

type Platform = NonNullable<WorldDescription['platform']>;

/** Of a world that ends with its run nothing has to be taken away. */
export function guestsOf(world: WorldDescription | undefined): Guests {
  const outlivesUs = world !== undefined && (world.subject.kind === 'remote' || world.keepAlive);
  return outlivesUs && world.platform ? guestsOn(world.platform) : NO_GUESTS;
}

const NO_GUESTS: Guests = { noting: (sender) => sender, leave: async () => [] };

function guestsOn(platform: Platform): Guests {
  const asked: Promise<Guest>[] = [];
  const underWay = new Set<Promise<unknown>>();
  let isOver = false;
  const track = (sending: Sending, sender: Sender): Promise<Sent> => {
    if (isOver) throw overAlready();
    const answered = sender.send(sending);
    const ended = answered.catch(() => undefined).finally(() => underWay.delete(ended));
    underWay.add(ended);
    return answered;
  };
  const note = (sending: Sending, sender: Sender): Promise<Sent> => {
    const answered = track(sending, sender);
    const name = textAt(Buffer.from(sending.body).toString(), 'name');
    const guest = answered.then(
      ({ reply }) => {
        const id = reply?.status === 201 ? textAt(reply.body.toString(), 'id') : undefined;
        return { name: name ?? '', ...(id !== undefined && { id }) };
      },
      () => ({ name: name ?? '' }),
    );
    asked.push(guest);
    return answered;
  };
  const isRequest = ({ method, url }: Sending) =>
    method === 'POST' && url === `${platform.url.replace(/\/$/, '')}/workspaces`;
  return {
    noting: (sender) => ({
      send: (sending) => (isRequest(sending) ? note(sending, sender) : track(sending, sender)),
    }),
    leave: async () => {
      isOver = true;
      const guests = await Promise.all(asked);
      await Promise.race([Promise.all(underWay), delay(PATIENCE_MS, undefined, { ref: false })]);
      return takeAway(platform, guests);
    },
  };
}

const PATIENCE_MS = 3_000;

/** The last that was made goes first, for children are made after those that they belong to. */
async function takeAway(platform: Platform, guests: readonly Guest[]): Promise<readonly string[]> {
  if (guests.length === 0) return [];
  await using transport = openTransport();
  const redactor = createRedactor({
    secrets: platform.adminToken === undefined ? [] : [platform.adminToken],
    key: 'nothing of it is kept',
  });
  const ask = asker(platform, heedingLimits(createSender({ transport, redactor }), platform.url));
  const { found, left } = await withIds(ask, platform, guests.toReversed());
  for (let at = 0; at < found.length; at += AT_A_TIME) {
    const few = found.slice(at, at + AT_A_TIME);
    const ends = await Promise.all(few.map((guest) => whyLeft(ask, guest)));
    left.push(
      ...few.flatMap((guest, nth) => (ends[nth] ? [`${inWords(guest, platform)}: ${ends[nth]}`] : [])),
    );
    if (!ends.every((why) => why === UNANSWERED)) continue;
    const rest = found.slice(at + AT_A_TIME);
    return [...left, ...rest.map((guest) => `${inWords(guest, platform)}: it no longer answers`)];
  }
  return left;
}

const AT_A_TIME = 8;

function inWords({ name, id = 'of unknown id' }: Guest, { url }: Platform, how = 'is left'): string {
  return `the workspace ${name} (${id}) ${how} on ${url}`;
}

type Ask = (method: string, path: string, headers?: Readonly<Record<string, string>>) => Promise<Sent>;

const DEADLINE_MS = 10_000;

function asker({ url, adminToken }: Platform, sender: Sender): Ask {
  return (method, path, headers = {}) =>
    sender.send({
      ...{ purpose: 'prepare', method, url: url.replace(/\/$/, '') + path, deadlineMs: DEADLINE_MS },
      headers: { ...bearing(adminToken), ...headers },
      body: Buffer.alloc(0),
    });
}

interface Lookup {
  readonly found: readonly Guest[];
  /** Those of which nobody knows whether they are there, in words. */
  readonly left: string[];
}

/** What was asked for and not answered may be there all the same: it is looked for by its name. */
async function withIds(ask: Ask, platform: Platform, guests: readonly Guest[]): Promise<Lookup> {
  const unknown = guests.filter(({ id }) => id === undefined);
  if (unknown.length === 0) return { found: guests, left: [] };
  const { reply } = await ask('GET', '/workspaces');
  const rows: unknown = parseJson(reply?.body.toString() ?? '');
  if (reply?.status !== 200 || !Array.isArray(rows)) {
    const why = `the list of workspaces could not be read (${reply?.status ?? 'no answer'})`;
    const left = unknown.map((guest) => `${inWords(guest, platform, 'may be left')}: ${why}`);
    return { found: guests.filter(({ id }) => id !== undefined), left };
  }
  const named = (name: string) => rows.find((row: unknown) => Reflect.get(Object(row), 'name') === name);
  const found = guests.flatMap(({ name, id = textOf(named(name), 'id') }) =>
    id === undefined ? [] : [{ name, id }],
  );
  return { found, left: [] };
}

const UNANSWERED = 'DELETE was not answered';

async function whyLeft(ask: Ask, { id, name }: Guest): Promise<string | undefined> {
  const path = `/workspaces/${id}?confirm=true&purge=true`;
  const { reply } = await ask('DELETE', path, { 'x-confirm-name': name });
  if (!reply) return UNANSWERED;
  if (reply.status < 300 || reply.status === 404 || reply.status === 410) return undefined;
  return `DELETE answered ${reply.status} ${shorten(reply.body.toString(), 200)}`;
}

function textAt(json: string, member: string): string | undefined {
  return textOf(parseJson(json), member);
}

function textOf(document: unknown, member: string): string | undefined {
  const value: unknown = Reflect.get(Object(document), member);
  return typeof value === 'string' ? value : undefined;
}

function overAlready(): HarnessError {
  return new HarnessError({ code: 'RUN_IS_OVER', message: 'The run is over, and makes no more workspaces.' });
}
