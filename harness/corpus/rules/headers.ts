import { unsendable } from '../../support/sendable-headers.ts';
import type { EntryRule } from '../source.ts';

/** Every request can be sent as its sidecar says, else what is judged is something else. */
export const headers: EntryRule = ({ file, payloads }) =>
  payloads.flatMap(({ step }) => {
    const fault = unsendable(step.headers);
    if (fault === undefined) return [];
    const fix = 'Take it out: no client can send it, so no subject is ever asked.';
    return [{ file, rule: 'headers', message: fault, fix }];
  });
