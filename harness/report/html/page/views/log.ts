import { html } from 'htm/preact';

/** Log lines, those in JSON with what they say first and their fields behind it. */
export function Log({ lines }: { lines: readonly string[] }) {
  return html`<h3>Log of that request</h3>
    <ol class="lines log" tabindex="0">${lines.map((line) => html`<li>${entry(line)}</li>`)}</ol>`;
}

function entry(line: string) {
  const [, service, json] = /^([\w.-]+): (\{.*\})$/s.exec(line) ?? [];
  const fields = json === undefined ? undefined : parsed(json);
  if (!fields) return line;
  const { time, msg, service: _same, level: _level, ...rest } = fields;
  return html`<span class="dim">${clock(time)}</span> <span class="log-service">${service}</span> <b>${shown(msg)}</b>
    ${Object.entries(rest).map(([name, value]) => html`<span class="pair-of"><span class="dim">${name}=</span>${shown(value)}</span>`)}`;
}

function parsed(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The time of day, to the millisecond. */
function clock(time: unknown): string {
  const at = typeof time === 'string' || typeof time === 'number' ? new Date(time) : undefined;
  return at && !Number.isNaN(at.getTime()) ? at.toISOString().slice(11, 23) : '';
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
