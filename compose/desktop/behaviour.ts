/**
 * How a desktop treats whoever comes: `sound`; `silent` says nothing at all; `garbage` greets with what is no banner;
 * `stalled` stops after the handshake; `still` sends a picture only to who asks for all of it; `flood` greets, and then
 * sends without end what is no answer; `refusing` answers the handshake of the WebSocket with 503.
 */
export const BEHAVIOURS = ['sound', 'silent', 'garbage', 'stalled', 'still', 'flood', 'refusing'] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

/** Whether a text names one. */
export function isBehaviour(text: unknown): text is Behaviour {
  return (BEHAVIOURS as readonly unknown[]).includes(text);
}
