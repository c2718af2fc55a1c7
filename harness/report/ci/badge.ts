import { verdictBox } from '../html/model/verdict-box.ts';
import type { Report } from '../report.ts';
import { scopeWords } from '../scope.ts';
import { renderXml, type XmlElement } from '../xml.ts';

const GREEN = '#1a7f45';
const RED = '#c1272d';
const AMBER = '#9a5b00';
const GREY = '#44474f';
const HEIGHT = 20;
/** Widths of the font in pixels; the text is fitted to what they say. */
const CHAR = 6.6;
const PAD = 8;
const DAY_MS = 86_400_000;

/** A badge as SVG: what the run says, of how much, and how old the proof of its gates was `now`. */
export function renderBadge(report: Report, now: Date): string {
  const parts = [
    { text: 'assay', ground: GREY },
    { text: verdictText(report), ground: groundOf(report) },
    { text: scopeText(report), ground: GREY },
    { text: proofText(report, now), ground: GREY },
  ];
  const placed = place(parts);
  const width = placed.reduce((sum, each) => sum + each.width, 0);
  const label = parts.map(({ text }) => text).join(', ');
  return renderXml({
    name: 'svg',
    attributes: {
      ...{ xmlns: 'http://www.w3.org/2000/svg', width, height: HEIGHT, role: 'img', 'aria-label': label },
    },
    children: [
      { name: 'title', text: `${label}; judged ${report.endedAt}` },
      {
        name: 'clipPath',
        attributes: { id: 'round' },
        children: [{ name: 'rect', attributes: { width, height: HEIGHT, rx: 4 } }],
      },
      { name: 'g', attributes: { 'clip-path': 'url(#round)' }, children: placed.flatMap(segment) },
    ],
  });
}

function verdictText(report: Report): string {
  const { word } = verdictBox(report);
  return word === 'PASSED'
    ? 'passed'
    : `hold: ${report.verdict === 'passed' ? 'not enough' : report.verdict}`;
}

function groundOf(report: Report): string {
  const { tone } = verdictBox(report);
  return tone === 'good' ? GREEN : tone === 'bad' ? RED : AMBER;
}

function scopeText({ scope }: Report): string {
  return scope ? scopeWords({ ...scope, narrowedBy: [] }) : 'no plan';
}

function proofText({ proof }: Report, now: Date): string {
  const standing = proof.standing === 'other-subject' ? proof.gates : proof.standing;
  if (standing === undefined) return 'proof n/a';
  if (standing !== 'proven') return `proof: ${standing}`;
  if (proof.at === undefined) return 'proven';
  const days = Math.floor((now.getTime() - Date.parse(proof.at)) / DAY_MS);
  return days < 1 ? 'proven today' : `proven ${days} ${days === 1 ? 'day' : 'days'} ago`;
}

interface Part {
  readonly text: string;
  readonly ground: string;
}

interface PlacedPart extends Part {
  readonly x: number;
  readonly width: number;
}

function place(parts: readonly Part[]): readonly PlacedPart[] {
  let x = 0;
  return parts.map((part) => {
    const width = Math.round(part.text.length * CHAR) + 2 * PAD;
    const placed = { ...part, x, width };
    x += width;
    return placed;
  });
}

function segment({ text, ground, x, width }: PlacedPart): readonly XmlElement[] {
  return [
    { name: 'rect', attributes: { x, width, height: HEIGHT, fill: ground } },
    {
      name: 'text',
      attributes: {
        ...{ x: x + PAD, y: 14, fill: '#fff', textLength: width - 2 * PAD, lengthAdjust: 'spacingAndGlyphs' },
        ...{ 'font-family': 'Verdana, DejaVu Sans, sans-serif', 'font-size': 11 },
      },
      text,
    },
  ];
}
