import type { CaseDetail, Page } from './page.ts';

/** Unpacks the data of this page. */
export async function loadPage(): Promise<Page> {
  return (await unpack('index')) as Page;
}

const blocks = new Map<number, Promise<Readonly<Record<string, CaseDetail>>>>();

/** The details of a case that stand in a block of this page; a block is unpacked once. */
export async function loadCase(block: number, id: string): Promise<CaseDetail | undefined> {
  const known = blocks.get(block) ?? (unpack(`block-${block}`) as Promise<Record<string, CaseDetail>>);
  blocks.set(block, known);
  const cases = await known;
  return Object.hasOwn(cases, id) ? cases[id] : undefined;
}

async function unpack(element: string): Promise<unknown> {
  const base64 = document.getElementById(element)?.textContent ?? '';
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return JSON.parse(await new Response(stream).text());
}
