import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import { type Laid, layOut } from '../lanes.ts';
import { type CaseRow, HEADINGS, type Page } from '../page.ts';
import { Sign } from '../parts.ts';
import { caseHash } from '../route.ts';
import { grouped, lasting } from '../words.ts';

const WIDTH = 1_000;
const LANE = 18;
const MOST_LANES = 24;
const SLOWEST = 25;

/** When each case ran, beside which others, and which took longest. */
export function TimelineView({ page }: { page: Page }) {
  const laid = layOut(page.cases, MOST_LANES);
  const slowest = page.cases.filter(({ ms = 0 }) => ms > 0).toSorted((a, b) => (b.ms ?? 0) - (a.ms ?? 0));
  return html`<section aria-labelledby="timeline">
    <h1 id="timeline">Timeline</h1>
    <${Facts} page=${page} laid=${laid} />
    ${laid.length > 0 && html`<${Plot} laid=${laid} durationMs=${page.durationMs} />`}
    <h2>Slowest cases</h2>
    <ol class="slowest">${slowest.slice(0, SLOWEST).map((row) => html`<${Slow} row=${row} most=${slowest[0]?.ms ?? 1} />`)}</ol>
    ${slowest.length === 0 && html`<p class="dim">No case took any time.</p>`}
  </section>`;
}

function Facts({ page, laid }: { page: Page; laid: readonly Laid[] }) {
  if (laid.length === 0)
    return html`<p class="dim">When its cases began is not known, since the events of this run could not be read.</p>`;
  const first = Math.min(...laid.map(({ at }) => at).slice(0, 1), laid[0]?.at ?? 0);
  return html`<p class="dim">${grouped(laid.length)} cases in ${lasting(page.durationMs)}; the first one began after ${lasting(first)}.</p>`;
}

function Plot({ laid, durationMs }: { laid: readonly Laid[]; durationMs: number }) {
  const [shown, setShown] = useState<CaseRow | undefined>(undefined);
  const lanes = Math.max(...new Set(laid.map(({ lane }) => lane))) + 1;
  const scale = WIDTH / Math.max(1, durationMs);
  const height = lanes * LANE;
  const point = (event: PointerEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const at = ((event.clientX - box.left) / box.width) * durationMs;
    const lane = Math.floor(((event.clientY - box.top) / box.height) * lanes);
    setShown(laid.find((each) => each.lane === lane && each.at <= at && at <= each.at + each.ms)?.row);
  };
  return html`<figure class="plot">
    <svg viewBox=${`0 0 ${WIDTH} ${height}`} preserveAspectRatio="none" style=${{ height: `${height}px` }} role="img" aria-label=${`${laid.length} cases in ${lanes} lanes`} onPointerMove=${point} onClick=${() => shown && location.assign(caseHash(shown.id))}>
      ${HEADINGS.toReversed().map(
        (heading) =>
          html`<path class=${`stroke-${heading}`} d=${pathOf(
            laid.filter(({ row }) => row.heading === heading),
            scale,
          )} />`,
      )}
    </svg>
    <div class="axis" aria-hidden="true">${[0, 0.25, 0.5, 0.75, 1].map((share) => html`<span>${lasting(durationMs * share)}</span>`)}</div>
    <figcaption>${shown ? html`<${Sign} heading=${shown.heading} /> <code>${shown.id}</code> ${lasting(shown.ms ?? 0)}` : html`<span class="dim">Point at a bar for its case.</span>`}</figcaption>
  </figure>`;
}

/** All bars of one colour as one path, however many they are. */
function pathOf(laid: readonly Laid[], scale: number): string {
  return laid
    .map(
      ({ at, ms, lane }) =>
        `M${(at * scale).toFixed(2)} ${lane * LANE + LANE / 2}h${Math.max(0.6, ms * scale - 0.3).toFixed(2)}`,
    )
    .join('');
}

function Slow({ row, most }: { row: CaseRow; most: number }) {
  const { id, heading, ms = 0 } = row;
  return html`<li><a href=${caseHash(id, { sort: 'slowest' })}><${Sign} heading=${heading} /> <code>${id}</code></a>
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" class="bar" aria-hidden="true"><rect width=${((ms / most) * 100).toFixed(2)} height="8" class=${`fill-${heading}`} /></svg>
    <span class="num">${lasting(ms)}</span></li>`;
}
