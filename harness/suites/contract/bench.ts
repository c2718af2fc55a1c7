import { Scope } from '../../support/scope.ts';
import { openTransport, type Transport } from '../../wire/transmit.ts';
import { type Agents, openAgents } from './agents/agents.ts';
import { loadPactum } from './language/pattern.ts';

/** What one process needs for all its cases: connections, and a port for the agents. */
export interface ContractBench extends AsyncDisposable {
  readonly transport: Transport;
  readonly agents: Agents;
  /** With which settings cases have left the platform of a world, by its id. */
  readonly settings: Map<string, string>;
}

/** Opens the bench of this process; disposing it closes connections and agents. */
export async function openBench(): Promise<ContractBench> {
  const scope = new Scope();
  await loadPactum();
  const transport = scope.use(openTransport());
  const agents = scope.use(await openAgents());
  return {
    transport,
    agents,
    settings: new Map(),
    [Symbol.asyncDispose]: () => scope[Symbol.asyncDispose](),
  };
}
