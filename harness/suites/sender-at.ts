import type { Exchange } from '../wire/exchange.ts';
import { heedingLimits } from '../wire/rate-limit.ts';
import { createSender, type Sender } from '../wire/sender.ts';
import type { Transport } from '../wire/transmit.ts';
import type { CaseAt } from './suite.ts';

/**
 * How a case speaks to its world: every exchange is in its evidence before anybody judges it, limits of the rate are
 * heeded, and workspaces that it makes are taken away again. `asKept` is what of an exchange goes to the evidence.
 */
export function senderAt(
  transport: Transport,
  { redactor, evidence, world, guests, sending = (sender) => sender }: CaseAt,
  asKept: (exchange: Exchange) => Exchange = (exchange) => exchange,
): Sender {
  const onExchange = (exchange: Exchange) => evidence.line('exchanges.ndjson', asKept(exchange));
  const sender = createSender({ transport, redactor, onExchange });
  return sending(guests.noting(heedingLimits(sender, world?.platform?.url)));
}
