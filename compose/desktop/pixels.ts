import { colourAt, type Rectangle, type Scene } from './screen.ts';

/** How a client wants a pixel: true colour, so many bits, and where each colour lies in it. */
export interface PixelFormat {
  readonly bytes: 1 | 2 | 4;
  readonly bigEndian: boolean;
  readonly max: readonly [number, number, number];
  readonly shift: readonly [number, number, number];
}

/** Ours, until the client says another: 32 bits, `0x00RRGGBB`, lowest byte first. */
export const OUR_FORMAT: PixelFormat = {
  bytes: 4,
  bigEndian: false,
  max: [255, 255, 255],
  shift: [16, 8, 0],
};

/** Our format as ServerInit tells it (RFC 6143 7.4). */
export function formatBytes(): Buffer {
  return Buffer.from([32, 24, 0, 1, 0, 255, 0, 255, 0, 255, 16, 8, 0, 0, 0, 0]);
}

/** Reads the 16 bytes of a format; undefined for one that we do not speak: no true colour, no whole bytes. */
export function readFormat(bytes: Buffer): PixelFormat | undefined {
  const size = bytes.readUInt8(0) / 8;
  if ((size !== 1 && size !== 2 && size !== 4) || bytes.readUInt8(3) === 0) return undefined;
  return {
    bytes: size,
    bigEndian: bytes.readUInt8(2) !== 0,
    max: [bytes.readUInt16BE(4), bytes.readUInt16BE(6), bytes.readUInt16BE(8)],
    shift: [bytes.readUInt8(10), bytes.readUInt8(11), bytes.readUInt8(12)],
  };
}

/** A rectangle in raw encoding, with its header (RFC 6143 7.6.1, 7.7.1). */
export function rawRectangle(
  scene: Scene,
  screenWidth: number,
  part: Rectangle,
  format: PixelFormat,
): Buffer {
  const colour = colourAt(scene, screenWidth);
  const bytes = Buffer.alloc(12 + part.width * part.height * format.bytes);
  rectangleHeader(part, 0).copy(bytes);
  const write = writerFor(format);
  let at = 12;
  for (let y = part.y; y < part.y + part.height; y += 1)
    for (let x = part.x; x < part.x + part.width; x += 1) {
      write(bytes, at, pixelOf(colour(x, y), format));
      at += format.bytes;
    }
  return bytes;
}

/** The header of a rectangle. */
export function rectangleHeader({ x, y, width, height }: Rectangle, encoding: number): Buffer {
  const header = Buffer.alloc(12);
  for (const [at, value] of [x, y, width, height].entries()) header.writeUInt16BE(value, at * 2);
  header.writeInt32BE(encoding, 8);
  return header;
}

function pixelOf(colour: number, { max, shift }: PixelFormat): number {
  const [red, green, blue] = [(colour >> 16) & 0xff, (colour >> 8) & 0xff, colour & 0xff];
  const scaled = (value: number, most: number) => Math.round((value * most) / 255);
  return (
    scaled(red, max[0]) * 2 ** shift[0] +
    scaled(green, max[1]) * 2 ** shift[1] +
    scaled(blue, max[2]) * 2 ** shift[2]
  );
}

function writerFor({ bytes, bigEndian }: PixelFormat): (to: Buffer, at: number, pixel: number) => void {
  return (to, at, pixel) => {
    if (bigEndian) to.writeUIntBE(pixel, at, bytes);
    else to.writeUIntLE(pixel, at, bytes);
  };
}
