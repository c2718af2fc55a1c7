import type { ClientMessage } from './client-messages.ts';
import { readMessage } from './client-messages.ts';
import { formatBytes, OUR_FORMAT, type PixelFormat, rawRectangle, rectangleHeader } from './pixels.ts';
import { changingParts, type Scene } from './screen.ts';

export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

/** What a session asks of its desktop. */
export interface Surroundings {
  readonly size: ScreenSize;
  scene(): Scene;
  send(bytes: Buffer): void;
  /** Ends the session; the client has said what nobody understands. */
  giveUp(why: string): void;
  /** The banner was answered, and the handshake is done. */
  onStage(stage: 'handshake' | 'live'): void;
  onMessage(message: ClientMessage): void;
}

/** One session of RFB 3.8 (RFC 6143), without a password. */
export interface RfbSession {
  /** Bytes of the client, in whatever pieces they come. */
  take(bytes: Buffer): void;
  /** A new picture is there: sends it if the client waits for one; says whether it did. */
  tick(): boolean;
}

const BANNER = Buffer.from('RFB 003.008\n');
const EXTENDED_DESKTOP_SIZE = -308;
const MOST_UNREAD_BYTES = 1_048_576;

/** Greets the client. */
export function openRfbSession(around: Surroundings): RfbSession {
  let unread: Buffer = Buffer.alloc(0);
  let stage: 'version' | 'security' | 'init' | 'live' = 'version';
  let format: PixelFormat = OUR_FORMAT;
  let waiting: 'nothing' | 'change' | 'all' = 'nothing';
  let sizeIsDue = false;
  const obey = (message: ClientMessage) => {
    around.onMessage(message);
    if (message.kind === 'format' && !message.format) return around.giveUp('a format that we do not speak');
    if (message.kind === 'format' && message.format) format = message.format;
    if (message.kind === 'encodings') sizeIsDue = message.encodings.includes(EXTENDED_DESKTOP_SIZE);
    if (message.kind === 'update' && waiting !== 'all') waiting = message.isIncremental ? 'change' : 'all';
  };
  /** Takes one piece off what is unread; false when there is not all of it yet. */
  const step = (): boolean => {
    if (stage === 'live') {
      const read = readMessage(unread);
      if (read === 'unknown') around.giveUp(`a message of type ${unread[0]}`);
      if (read === undefined || read === 'unknown') return false;
      unread = unread.subarray(read.length);
      obey(read.message);
      return true;
    }
    const needed = stage === 'version' ? 12 : 1;
    if (unread.length < needed) return false;
    const piece = unread.subarray(0, needed);
    unread = unread.subarray(needed);
    if (stage === 'version') {
      if (!/^RFB 003\.00[378]\n$/.test(piece.toString('latin1'))) around.giveUp('no version of RFB');
      stage = 'security';
      around.onStage('handshake');
      around.send(Buffer.from([1, 1]));
    } else if (stage === 'security') {
      stage = 'init';
      around.send(Buffer.alloc(4));
    } else {
      stage = 'live';
      around.send(serverInit(around.size));
      around.onStage('live');
    }
    return true;
  };
  around.send(BANNER);
  return {
    take: (bytes) => {
      unread = Buffer.concat([unread, bytes]);
      while (step());
      if (unread.length > MOST_UNREAD_BYTES) around.giveUp('a message without an end');
    },
    tick: () => {
      if (stage !== 'live' || waiting === 'nothing') return false;
      const whole = { x: 0, y: 0, ...around.size };
      const parts = waiting === 'all' ? [whole] : changingParts(around.size.width);
      const extra = sizeIsDue ? [sizeRectangle(around.size)] : [];
      const scene = around.scene();
      const drawn = parts.map((part) => rawRectangle(scene, around.size.width, part, format));
      const head = Buffer.from([0, 0, 0, drawn.length + extra.length]);
      waiting = 'nothing';
      sizeIsDue = false;
      around.send(Buffer.concat([head, ...extra, ...drawn]));
      return true;
    },
  };
}

function serverInit({ width, height }: ScreenSize): Buffer {
  const name = Buffer.from('assay desktop');
  const size = Buffer.alloc(4);
  size.writeUInt16BE(width, 0);
  size.writeUInt16BE(height, 2);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(name.length);
  return Buffer.concat([size, formatBytes(), length, name]);
}

/** Says that the size of this desktop could be changed, so that whoever wants to asks. */
function sizeRectangle({ width, height }: ScreenSize): Buffer {
  const screen = Buffer.alloc(20);
  screen.writeUInt8(1, 0);
  screen.writeUInt16BE(width, 12);
  screen.writeUInt16BE(height, 14);
  return Buffer.concat([rectangleHeader({ x: 0, y: 0, width, height }, EXTENDED_DESKTOP_SIZE), screen]);
}
