import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import type { Cell, Row } from '../diff/row.ts';
import type { Doc } from '../page.ts';
import { visible } from '../visible.ts';
import { sized } from '../words.ts';

export interface Heading {
  readonly name: string;
  readonly doc?: Doc;
}

/** Equal lines in a row beyond so many are folded, but for those next to a difference. */
const FOLD = 7;
const AROUND = 2;
/** Documents that are short and equal are shown, for what is wrong with them may be just that. */
const SHORT = 45;

const MARKS = { changed: '~', added: '+', missing: '−', moved: '⇄', same: '', outside: '' } as const;

export interface SideBySideProps {
  readonly columns: readonly Heading[];
  readonly rows: readonly Row[];
  /** Paths that findings speak of. */
  readonly accused: ReadonlySet<string>;
}

/** Documents in columns, their lines aligned, with what differs from the column before marked. */
export function SideBySide({ columns, rows, accused }: SideBySideProps) {
  const [isWhole, setWhole] = useState(false);
  const isLoud = (row: Row) => accused.has(row.path) || differs(row);
  const parts = isWhole ? [{ rows, folded: 0 }] : fold(rows, isLoud);
  return html`<div class="scroll" tabindex="0"><table class=${`beside of-${columns.length}`}>
    <thead><tr>${columns.map((column) => html`<${ColumnHead} column=${column} />`)}</tr></thead>
    <tbody>${parts.map(({ rows: some, folded }) =>
      folded > 0
        ? html`<tr class="folded"><td colspan=${columns.length}><button type="button" onClick=${() => setWhole(true)}>${folded} equal lines</button></td></tr>`
        : some.map((row) => html`<${Line} row=${row} isAccused=${accused.has(row.path)} />`),
    )}</tbody>
  </table></div>`;
}

function Line({ row: { cells, depth }, isAccused }: { row: Row; isAccused: boolean }) {
  return html`<tr class=${isAccused ? 'accused' : ''}>${cells.map((cell) => html`<${OneCell} cell=${cell} depth=${depth} />`)}</tr>`;
}

function ColumnHead({ column: { name, doc } }: { column: Heading }) {
  const status = doc?.status === undefined ? '' : ` · HTTP ${doc.status}`;
  const size = doc
    ? ` ${sized(doc.bytes)}${doc.isCut ? ', cut' : ''}${doc.isBinary ? ', base64' : ''}`
    : ' nothing';
  return html`<th scope="col">${name}<span class="dim">${status}${size}</span></th>`;
}

function OneCell({ cell: { text, mark, other }, depth }: { cell: Cell; depth: number }) {
  const where = other === undefined ? undefined : `moved: ${visible(other)}`;
  const sign = MARKS[mark];
  const label = mark === 'same' || mark === 'outside' ? null : html`<span class="unseen">${mark} </span>`;
  return html`<td class=${`is-${mark}`} title=${where}><span class="mark" aria-hidden="true">${sign}</span>${label}<span class=${`in-${Math.min(depth, 12)}`}>${visible(text)}</span>${mark === 'moved' && text === '' && html`<span class="dim">→ ${visible(other ?? '')}</span>`}</td>`;
}

interface Part {
  readonly rows: readonly Row[];
  readonly folded: number;
}

function fold(rows: readonly Row[], isLoud: (row: Row) => boolean): readonly Part[] {
  const loud = rows.map(isLoud);
  if (rows.length <= SHORT && !loud.includes(true)) return [{ rows, folded: 0 }];
  const near = rows.map((_, at) => loud.slice(Math.max(0, at - AROUND), at + AROUND + 1).includes(true));
  const parts: Part[] = [];
  for (let at = 0; at < rows.length; ) {
    let end = at;
    while (end < rows.length && near[end] === near[at]) end += 1;
    const isFolded = !near[at] && end - at > FOLD;
    parts.push({ rows: rows.slice(at, end), folded: isFolded ? end - at : 0 });
    at = end;
  }
  return parts;
}

function differs({ cells }: Row): boolean {
  return cells.some(({ mark }) => mark !== 'same' && mark !== 'outside');
}
