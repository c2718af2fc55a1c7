import { html } from 'htm/preact';
import type { Count, PageHeading, Tone } from './page.ts';
import { headingWords } from './select.ts';
import { grouped } from './words.ts';

/** The tone of a heading; what was only recorded or does not apply is neither good nor bad. */
export function toneOfHeading(heading: PageHeading): Tone {
  switch (heading) {
    case 'passed':
      return 'good';
    case 'failed':
      return 'bad';
    case 'errored':
    case 'inconclusive':
    case 'policy-changed':
      return 'unsure';
    case 'baselined':
    case 'policy':
    case 'not-applicable':
    case 'unselected':
      return 'quiet';
    default:
      return heading satisfies never;
  }
}

/** What sets verdicts apart for whoever sees no colours. */
const SHAPES: Readonly<Record<PageHeading, string>> = {
  passed: 'M3.2 8.4l3 3 6.6-6.8',
  failed: 'M4 4l8 8M12 4l-8 8',
  errored: 'M8 3v6.2M8 12.2v.6',
  inconclusive: 'M5.4 6a2.6 2.6 0 1 1 3.8 2.3c-.8.4-1.2.9-1.2 1.7M8 12.6v.2',
  'policy-changed': 'M3.5 8h9M9 4.5L12.5 8 9 11.5',
  baselined: 'M4 4l8 8M12 4l-8 8',
  policy: 'M4 6h8M4 10h8',
  'not-applicable': 'M4 8h8',
  unselected: 'M8 7.4v1.2',
};

/** The sign of a heading; its name stands beside it, or is given to who cannot see it. */
export function Sign({ heading, named = false }: { heading: PageHeading; named?: boolean }) {
  return html`<span class=${`sign tone-${toneOfHeading(heading)}`}>
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path d=${SHAPES[heading]} /></svg>
    ${named ? headingWords(heading) : html`<span class="unseen">${headingWords(heading)}</span>`}
  </span>`;
}

/** How many stand under each heading, as one bar: its parts are as wide as their share, and never too small to see. */
export function Bar({ counts, thick = false }: { counts: readonly Count[]; thick?: boolean }) {
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const least = 0.8;
  const widths = counts.map(({ count }) => Math.max(least, (count / Math.max(1, all)) * 100));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let x = 0;
  const parts = counts.map(({ heading }, index) => {
    const width = ((widths[index] ?? 0) / whole) * 100;
    const part = html`<rect x=${x.toFixed(3)} y="0" width=${width.toFixed(3)} height="8" class=${`fill-${heading}`} />`;
    x += width;
    return part;
  });
  return html`<svg class=${thick ? 'bar thick' : 'bar'} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    ${counts.length === 0 ? html`<rect x="0" y="0" width="100" height="8" class="fill-none" />` : parts}
  </svg>`;
}

/** `47 failed, 858 passed`, for a title or somebody who cannot see a bar. */
export function countWords(counts: readonly Count[]): string {
  return (
    counts.map(({ heading, count }) => `${grouped(count)} ${headingWords(heading)}`).join(', ') || 'none'
  );
}

/** A line to type, and a button that takes it. */
export function Command({ line }: { line: string }) {
  return html`<span class="command"><code>${line}</code><button type="button" class="copy" data-copy=${line} aria-label=${`Copy: ${line}`}>Copy</button></span>`;
}

/** Copies what a button that was pressed offers, wherever on the page it is; says so on the button. */
export async function copyFrom(target: EventTarget | null): Promise<void> {
  const button = target instanceof Element ? target.closest<HTMLElement>('button[data-copy]') : null;
  if (!button) return;
  const done = await copied(button.dataset.copy ?? '');
  button.dataset.state = done ? 'Copied' : 'Press Ctrl+C';
  setTimeout(() => delete button.dataset.state, 1_600);
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
