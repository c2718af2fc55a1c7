import { html } from 'htm/preact';
import type { LeaseStep } from '../page.ts';
import { lasting } from '../words.ts';

const WIDTH = 1_000;

/** Who had control of a desktop from when to when, a line for each request, in the time of the platform. */
export function Leases({ steps }: { steps: readonly LeaseStep[] }) {
  const times = steps.flatMap(({ from, until }) => [from, until]).filter((each) => each !== undefined);
  if (times.length === 0) return null;
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const scale = WIDTH / Math.max(1, last - first);
  const desktops = [...new Set(steps.map(({ desktop }) => desktop))];
  return html`<h3>Leases</h3>
    <ol class="leases">${steps.map(
      (step) => html`<li>
        <span>${desktops.length > 1 && html`<span class="tag">desktop ${desktops.indexOf(step.desktop) + 1}</span> `}<b>${words(step)}</b> <span class="dim">${rest(step)}</span></span>
        <svg class="bar" viewBox=${`0 0 ${WIDTH} 8`} preserveAspectRatio="none" aria-hidden="true">
          ${step.until !== undefined && html`<rect x=${(((step.from ?? step.until) - first) * scale).toFixed(1)} width=${Math.max(4, (step.until - (step.from ?? step.until)) * scale).toFixed(1)} height="8" class=${step.isGranted ? 'granted' : 'held'} />`}
        </svg>
      </li>`,
    )}</ol>
    <p class="dim">From the first grant to the last end: ${lasting(last - first)} of the platform’s time.</p>`;
}

function words({ did, status, isGranted, holder }: LeaseStep): string {
  if (isGranted) return `granted to ${holder ?? 'somebody'}`;
  if (did === 'release') return status === 200 ? 'given back' : `not given back (${status})`;
  if (did === 'acquire') return `refused (${status})`;
  return holder === undefined ? 'nobody has it' : `${holder} has it`;
}

function rest({ did, isGranted, holder, from, until }: LeaseStep): string {
  if (until === undefined) return '';
  const lasts = from === undefined ? '' : `${lasting(until - from)}, `;
  const whose = !isGranted && did !== 'look' ? `${holder} has it ` : '';
  return `${whose}${isGranted ? `for ${lasts}` : ''}until ${new Date(until).toISOString().slice(11, 19)}`;
}
