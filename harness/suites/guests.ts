import type { WorldDescription } from '../environment/index.ts';
import { HarnessError } from '../support/errors.ts';
import { parseJson } from '../support/parse-json.ts';
import { createRedactor } from '../wire/redaction/redactor.ts';
import { createSender, type Sender, type Sending, type Sent } from '../wire/sender.ts';
import { openTransport } from '../wire/transmit.ts';

/** The workspaces that cases have made on a platform that is there longer than the run: what a run makes it takes away. */
export interface Guests {
  /** A sender that notes every workspace that is asked for, whether or not an answer comes. */
  noting(sender: Sender): Sender;
  /** Takes them away, once every request for one has ended. Answers in words which are left. */
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
  let isOver = false;
  const note = (sending: Sending, sender: Sender): Promise<Sent> => {
    if (isOver) throw overAlready();
    const answered = sender.send(sending);
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
      send: (sending) => (isRequest(sending) ? note(sending, sender) : sender.send(sending)),
    }),
    leave: async () => {
      isOver = true;
      return takeAway(platform, await Promise.all(asked));
    },
  };
}

/** The children of a workspace go with it, and are gone when their turn comes. */
async function takeAway(platform: Platform, guests: readonly Guest[]): Promise<readonly string[]> {
  if (guests.length === 0) return [];
  await using transport = openTransport();
  const redactor = createRedactor({ secrets: [platform.adminToken], key: 'nothing of it is kept' });
  const ask = asker(platform, createSender({ transport, redactor }));
  const found = guests.every(({ id }) => id !== undefined) ? guests : await withIds(ask, guests);
  const left: string[] = [];
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

function inWords({ name, id = 'of unknown id' }: Guest, { url }: Platform): string {
  return `the workspace ${name} (${id}) is left on ${url}`;
}

type Ask = (method: string, path: string, headers?: Readonly<Record<string, string>>) => Promise<Sent>;

const DEADLINE_MS = 10_000;

function asker({ url, adminToken }: Platform, sender: Sender): Ask {
  return (method, path, headers = {}) =>
    sender.send({
      ...{ purpose: 'prepare', method, url: url.replace(/\/$/, '') + path, deadlineMs: DEADLINE_MS },
      headers: { authorization: `Bearer ${adminToken}`, ...headers },
      body: Buffer.alloc(0),
    });
}

/** What was asked for and not answered may be there all the same: it is looked for by its name. */
async function withIds(ask: Ask, guests: readonly Guest[]): Promise<readonly Guest[]> {
  const { reply } = await ask('GET', '/workspaces');
  const rows: unknown = parseJson(reply?.body.toString() ?? '');
  const listed = Array.isArray(rows) ? rows : [];
  const idOf = (name: string) =>
    textOf(
      listed.find((row: unknown) => Reflect.get(Object(row), 'name') === name),
      'id',
    );
  return guests.map(({ name, id = idOf(name) }) => ({ name, ...(id !== undefined && { id }) }));
}

const GONE = [200, 404, 410];

const UNANSWERED = 'DELETE was not answered';

/** One that is found nowhere was never made. */
async function whyLeft(ask: Ask, { id, name }: Guest): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const path = `/workspaces/${id}?confirm=true&purge=true`;
  const { reply } = await ask('DELETE', path, { 'x-confirm-name': name });
  if (!reply) return UNANSWERED;
  if (GONE.includes(reply.status)) return undefined;
  return `DELETE answered ${reply.status} ${reply.body.toString().slice(0, 200)}`;
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
