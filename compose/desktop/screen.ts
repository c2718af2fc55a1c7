/** What a desktop shows at one moment; nobody draws but this file. */
export interface Scene {
  /** Counts pictures, also over sessions: whoever sees a larger one has seen a later picture. */
  readonly picture: number;
  readonly lastKeysym: number;
  readonly keysDown: number;
  readonly pointer: { readonly x: number; readonly y: number; readonly buttons: number };
}

/** A part of the screen, in pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const CELL = 8;
const ROWS_OF_CELLS = 3;
const CELLS = 40;
const BAND = { y: ROWS_OF_CELLS * CELL, height: 32, bar: 16, step: 4 } as const;

/** What differs from one picture to the next. */
export function changingParts(width: number): readonly Rectangle[] {
  return [
    { x: 0, y: 0, width: CELLS * CELL, height: ROWS_OF_CELLS * CELL },
    { x: 0, y: BAND.y, width, height: BAND.height },
  ];
}

/**
 * The colour of a pixel as 0xRRGGBB. The upper left corner can be read by a machine: three rows of 40 cells of 8 by 8
 * pixels, white for 1 and black for 0, the highest bit first. Row 0: the number of the picture (32 bits) and the sum of
 * its bytes, cut to 8 bits. Row 1: the last key that went down or up (32) and how many are down (8). Row 2: the pointer,
 * x (16), y (16) and its buttons (8). Below it a bar moves over a band; the rest is a still pattern.
 */
export function colourAt(scene: Scene, width: number): (x: number, y: number) => number {
  const rows = [
    [...bits(scene.picture, 32), ...bits(sumOfBytes(scene.picture), 8)],
    [...bits(scene.lastKeysym, 32), ...bits(scene.keysDown, 8)],
    [...bits(scene.pointer.x, 16), ...bits(scene.pointer.y, 16), ...bits(scene.pointer.buttons, 8)],
  ];
  const barAt = (scene.picture * BAND.step) % width;
  return (x, y) => {
    const cell = rows[Math.floor(y / CELL)]?.[Math.floor(x / CELL)];
    if (cell !== undefined) return cell === 1 ? 0xffffff : 0x000000;
    if (y >= BAND.y && y < BAND.y + BAND.height)
      return (x - barAt + width) % width < BAND.bar ? 0xffb000 : 0x203040;
    return (x ^ y) & 32 ? 0x305878 : 0x284a66;
  };
}

function bits(value: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => Math.floor(value / 2 ** (count - 1 - at)) % 2);
}

function sumOfBytes(value: number): number {
  return [0, 8, 16, 24].reduce((sum, shift) => sum + ((value >>> shift) & 0xff), 0) & 0xff;
}
