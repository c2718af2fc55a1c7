import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CaseRow } from '../page.ts';

/** Height of a line in pixels, as style.css has it. */
const LINE = 34;
const NARROW_LINE = 58;
const BEYOND = 12;

export interface VirtualListProps {
  readonly rows: readonly CaseRow[];
  readonly line: (row: CaseRow) => VNode;
  readonly label: string;
}

/** A list of any length of which only what is in sight is in the page; its lines are reached by arrow keys. */
export function VirtualList({ rows, line, label }: VirtualListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [sight, setSight] = useState({ from: 0, to: 60, height: LINE });
  useEffect(() => {
    const look = () => setSight(sightOf(list.current));
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look, { passive: true });
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [rows]);
  const { height } = sight;
  const [from, to] = [Math.max(0, Math.min(sight.from, rows.length)), Math.min(rows.length, sight.to)];
  return html`<ul class="list" ref=${list} aria-label=${label} style=${{ height: `${rows.length * height}px` }} onKeyDown=${(event: KeyboardEvent) => move(event, list.current, rows.length, height)}>
    ${rows.slice(from, to).map((row, index) => html`<li key=${row.id} aria-setsize=${rows.length} aria-posinset=${from + index + 1} data-at=${from + index} style=${{ transform: `translateY(${(from + index) * height}px)` }}>${line(row)}</li>`)}
  </ul>`;
}

function sightOf(list: HTMLElement | null) {
  const height = matchMedia('(max-width: 760px)').matches ? NARROW_LINE : LINE;
  const top = list?.getBoundingClientRect().top ?? 0;
  const first = Math.floor(-top / height);
  const from = Math.max(0, first - BEYOND);
  return { from, to: Math.max(from, first + Math.ceil(innerHeight / height) + BEYOND), height };
}

/** Moves the focus to the line before or after, and brings it into sight first, since it may not be in the page. */
function move(event: KeyboardEvent, list: HTMLElement | null, length: number, height: number): void {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  const from = (event.target as Element).closest<HTMLElement>('li[data-at]');
  if (!list || !from || step === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  focusLine(list, Math.min(length - 1, Math.max(0, Number(from.dataset.at) + step)), height);
}

function focusLine(list: HTMLElement, at: number, height: number): void {
  const top = list.getBoundingClientRect().top + at * height;
  if (top < 120) scrollBy(0, top - 120);
  if (top + height > innerHeight) scrollBy(0, top + height - innerHeight + 8);
  requestAnimationFrame(() => {
    list.querySelector<HTMLElement>(`li[data-at="${at}"] a`)?.focus({ preventScroll: true });
  });
}
