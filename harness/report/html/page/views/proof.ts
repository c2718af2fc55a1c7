import { html } from 'htm/preact';
import { useMemo, useState } from 'preact/hooks';
import type { KillRow } from '../../../kill-matrix.ts';
import { ago } from '../aged.ts';
import { type KillCell, killsBySuite, type SuiteKills } from '../kills.ts';
import type { Page } from '../page.ts';
import { faultHash } from '../route.ts';
import { grouped, moment } from '../words.ts';

const ROW = 14;
/** A mutant is never thinner than this, nor wider than that. */
const THINNEST = 3;
const WIDEST = 14;
const WIDTH = 960;

/** Whether these gates can fail: which known regressions were planted, and which cases died of each. */
export function ProofView({ page, now }: { page: Page; now?: number }) {
  const { proof, kills } = page;
  const suites = useMemo(() => {
    const clauses = new Map(page.cases.map(({ id, clause }) => [id, clause]));
    return kills ? killsBySuite(kills, (id) => clauses.get(id)) : [];
  }, [page]);
  const outlived = kills?.faults.filter(({ verdict }) => verdict !== 'killed') ?? [];
  return html`<section aria-labelledby="proof">
    <h1 id="proof">Proof of these gates</h1>
    <p class=${`proof tone-${proof.tone}`}><span class="dot" aria-hidden="true"></span>${proof.text}${proof.at !== undefined && html`, ${moment(proof.at)}${now !== undefined && `, ${ago(proof.at, now)}`}`}</p>
    ${!kills && html`<p class="dim">Which mutant kills which case is not known: no proof that belongs to this run has kept it. <code>npx assay prove</code> does.</p>`}
    ${kills && html`<p class="dim">A mutant is a known regression that was planted on purpose: the cases of each clause had to turn red. A column is a mutant, a row a clause.</p>`}
    ${outlived.length > 0 && html`<h2>Not killed</h2><${Faults} faults=${outlived} />`}
  </section>
  ${suites.map((each) => html`<${SuiteMatrix} key=${each.suite} kills=${each} />`)}`;
}

function SuiteMatrix({ kills }: { kills: SuiteKills }) {
  const { suite, faults, cells } = kills;
  const killed = faults.filter(({ verdict }) => verdict === 'killed').length;
  const id = `kills-${suite}`;
  return html`<section aria-labelledby=${id}>
    <h2 id=${id}>${suite || 'other'} <span class="dim">${grouped(killed)} of ${grouped(faults.length)} mutants killed</span></h2>
    ${cells.length > 0 && html`<${Plot} kills=${kills} />`}
    <details><summary>All ${grouped(faults.length)} mutants</summary><${Faults} faults=${faults} /></details>
  </section>`;
}

function Plot({ kills }: { kills: SuiteKills }) {
  const { suite, faults, clauses, cells } = kills;
  const [shown, setShown] = useState<KillRow | undefined>(undefined);
  const step = Math.min(WIDEST, Math.max(THINNEST, WIDTH / faults.length));
  const [width, height] = [step * faults.length, ROW * clauses.length];
  const point = (event: PointerEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    setShown(faults[Math.floor(((event.clientX - box.left) / box.width) * faults.length)]);
  };
  const path = (isKilled: boolean) =>
    pathOf(
      cells.filter((each) => each.isKilled === isKilled),
      step,
    );
  return html`<figure class="kills">
    <div class="scroll" tabindex="0" role="group" aria-label=${`Matrix of ${suite}`}>
      <ol class="kill-rows" aria-hidden="true">${clauses.map((clause) => html`<li>${clause}</li>`)}</ol>
      <svg viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} role="img" aria-label=${`${suite}: ${faults.length} mutants by ${clauses.length} clauses`} onPointerMove=${point} onPointerDown=${point} onClick=${() => shown && location.assign(faultHash(shown.id))}>
        <path class="kill" d=${path(true)} /><path class="outlived" d=${path(false)} />
      </svg>
    </div>
    <figcaption>${shown ? html`<code>${shown.id}</code> ${shown.title}` : html`<span class="dim">Point at a column for its mutant.</span>`}</figcaption>
  </figure>`;
}

/** All cells of one colour as one path, however many they are. */
function pathOf(cells: readonly KillCell[], step: number): string {
  const width = (step > 4 ? step - 1 : step - 0.5).toFixed(2);
  return cells
    .map(
      ({ fault, clause }) =>
        `M${(fault * step).toFixed(2)} ${clause * ROW + 1}h${width}v${ROW - 2}h-${width}z`,
    )
    .join('');
}

function Faults({ faults }: { faults: readonly KillRow[] }) {
  return html`<ul class="faults">${faults.map(
    ({ id, title, verdict, killed, alive }) => html`<li>
      <a href=${faultHash(id)}><code>${id}</code></a> <span class="fault-title">${title}</span>
      <span class=${verdict === 'killed' ? 'dim' : 'unsure'}>${verdict}, ${grouped(killed.length)} of ${grouped(killed.length + alive.length)} cases died</span>
    </li>`,
  )}</ul>`;
}
