import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { tellOrigin } from './hop-origin.ts';
import { passReply } from './hop-reply.ts';
import { type Framing, type HopStyle, headerList, type Occasion, type Styled, styled } from './hop-style.ts';
import { openUpgrades } from './hop-upgrade.ts';
import { listenOn, type Place } from './loopback.ts';
import { wholeBody } from './whole-body.ts';

/** Something on loopback that stands before another address. */
export interface Hop extends AsyncDisposable {
  /** Without a slash at the end. */
  readonly url: string;
  /** How many messages it has said otherwise than they came; where it stands at a place of its own, all of them. */
  hits(): number;
}

/** Nothing of ours closes an idle connection under a request. */
const KEEP_ALIVE_MS = 65_000;
const UNLIMITED = { keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: 0, headersTimeout: 0 } as const;

/**
 * Stands before `target` and says again, in its own style, every request and every reply: read whole, streams of events
 * as they come. What is upgraded is handed on as it is. A connection that breaks on one side is broken on the other; disposing it breaks all that are left.
 */
export async function openHop(target: string, style: HopStyle = {}, place?: Place): Promise<Hop> {
  const upstream = new Agent({ keepAlive: true });
  const server = createServer(UNLIMITED);
  let hits = 0;
  let replies = 0;
  const onHit = () => {
    hits += 1;
  };
  server.on('request', (asked, answer) => {
    if (place) onHit();
    const carrier = { target, style, upstream, below: place?.path ?? '', onHit, nth: () => ++replies };
    carry(carrier, asked, answer).catch(() => answer.destroy());
  });
  const upgrades = openUpgrades(target, place?.path ?? '');
  server.on('upgrade', (request, socket, head) => {
    if (place) onHit();
    upgrades.carry(request, socket, head);
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  return {
    url: await listenOn(server, place),
    hits: () => hits,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      upgrades[Symbol.dispose]();
      await closed;
      upstream.destroy();
    },
  };
}

interface Carrier {
  readonly target: string;
  readonly style: HopStyle;
  readonly upstream: Agent;
  /** What the paths of requests begin with here, and not at the target. */
  readonly below: string;
  readonly onHit: () => void;
  readonly nth: () => number;
}

async function carry(carrier: Carrier, asked: IncomingMessage, answer: ServerResponse): Promise<void> {
  const { style, below, onHit, nth } = carrier;
  const { method = 'GET', url = '/' } = asked;
  const path = url.startsWith(below) ? url.slice(below.length) : url;
  const requestHeaders = headerList(asked.rawHeaders);
  const occasion: Occasion = { method, path, requestHeaders };
  const message = { headers: requestHeaders, body: await wholeBody(asked) };
  const sent = styled(message, style.request ?? {}, occasion, { framing: framingOf(asked) });
  if (sent.isChanged) onHit();
  const reply = await ask(carrier, occasion, sent, answer);
  const isHit = await passReply({
    ...{ reply, answer, occasion, style: style.reply ?? {} },
    tellOrigin: (told) => tellOrigin(carrier, reply, told),
    pauseMs: style.reply?.pauseMs?.(nth()) ?? 0,
  });
  if (isHit) onHit();
}

/** Sends the request on; rejects when no reply comes. Who asked and goes away takes the request along. */
async function ask(
  { target, upstream }: Carrier,
  { method, path }: Occasion,
  { headers, body }: Styled,
  answer: ServerResponse,
): Promise<IncomingMessage> {
  const { hostname, port } = new URL(target);
  const flat = headers.flat();
  const sending = request({ hostname, port, method, path, headers: flat, agent: upstream });
  answer.once('close', () => {
    if (!answer.writableFinished) sending.destroy();
  });
  sending.end(body);
  const [reply] = await once(sending, 'response');
  return reply;
}

function framingOf({ headers }: IncomingMessage): Framing {
  if (headers['transfer-encoding'] !== undefined) return 'chunked';
  return headers['content-length'] === undefined ? 'none' : 'length';
}
