import { html } from 'htm/preact';
import { placeOfMessage, sideBySide } from '../diff/side-by-side.ts';
import type { Doc, Step } from '../page.ts';
import { type Heading, SideBySide } from './side-by-side.ts';

export interface JourneyProps {
  readonly steps: readonly Step[];
  /** Paths that findings speak of. */
  readonly accused: ReadonlySet<string>;
}

/** Each payload on its way to the agent and back, side by side. */
export function Journey({ steps, accused }: JourneyProps) {
  return steps.map((step) => html`<${OneStep} step=${step} accused=${accused} />`);
}

function OneStep({ step, accused }: { step: Step; accused: ReadonlySet<string> }) {
  const { label, sent, forwarded, received, answered, told, remarks } = step;
  const under = placeOfMessage(forwarded);
  const there = [{ doc: sent }, { doc: forwarded }, { doc: received, under }];
  const back = [{ doc: answered }, { doc: told }];
  const suffix = label === undefined ? '' : `, ${label}`;
  return html`
    <h3>To the agent${suffix}</h3>
    ${remarks.length > 0 && html`<p class="remarks">${remarks.join(' ')}</p>`}
    <${SideBySide} columns=${[heading('sent', sent), heading('forwarded', forwarded), heading('received', received)]} rows=${sideBySide(there)} accused=${accused} />
    ${
      (answered || told) &&
      html`<h3>Back to the sender${suffix}</h3>
      <${SideBySide} columns=${[heading('answered by the agent', answered), heading('told to the sender', told)]} rows=${sideBySide(back)} accused=${accused} />`
    }
  `;
}

function heading(name: string, doc: Doc | undefined): Heading {
  return { name, ...(doc && { doc }) };
}
