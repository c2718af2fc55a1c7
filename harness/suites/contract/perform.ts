import { setTimeout as delay } from 'node:timers/promises';
import { formOfRule } from '../../corpus/revisions.ts';
import { deadlineIn, poll } from '../../support/deadline.ts';
import { Scope } from '../../support/scope.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { platformOf } from '../platform-exchange.ts';
import { senderAt } from '../sender-at.ts';
import type { CaseAt } from '../suite.ts';
import type { ContractBench } from './bench.ts';
import { type Check, Halt, openChecks, Unjudgeable } from './language/checks.ts';
import type { ContractCase } from './language/contract-case.ts';
import { openControlPlane } from './language/control-plane.ts';
import { openDatabase } from './language/database.ts';
import { openEvents } from './language/events.ts';
import { openPlatform } from './language/platform.ts';
import type { Tools } from './language/tools.ts';

/** What a case did and expected, before anybody compares. */
export interface Observed {
  readonly checks: readonly Check[];
  readonly exchanges: readonly Exchange[];
  /** Why this world does not let it be judged. */
  readonly unjudged?: string;
}

const DEADLINE_MS = 10_000;
const EVENTUALLY_MS = 5_000;

/** Performs a case, as far as it can be performed. */
export async function performContract(
  each: ContractCase,
  bench: ContractBench,
  at: CaseAt,
): Promise<Observed> {
  const { checks, expect } = openChecks(each.clause);
  const exchanges: Exchange[] = [];
  await using scope = new Scope();
  try {
    await each.act(toolsAt(bench, at, scope, expect, exchanges));
  } catch (error) {
    if (error instanceof Unjudgeable) return { checks, exchanges, unjudged: error.message };
    if (!(error instanceof Halt)) throw error;
  }
  return { checks, exchanges };
}

function toolsAt(
  { transport, agents, settings }: ContractBench,
  at: CaseAt,
  scope: Scope,
  expect: Tools['expect'],
  exchanges: Exchange[],
): Tools {
  const { url, adminToken } = platformOf(at);
  const sender = senderAt(transport, at);
  const platform = openPlatform({
    ...{ sender, url, adminToken, expect, exchanges },
    caseName: at.planned.id.replace(/[^\w.-]+/g, '-').slice(0, 60),
    deadlineMs: at.setting.deadlineMs ?? DEADLINE_MS,
    learn: (secret) => at.redactor.learn(secret),
  });
  return {
    ...{ platform, expect },
    agent: () => agents.open(),
    events: openEvents(url, scope, at.evidence),
    database: openDatabase(at.world?.database?.url, scope),
    controlPlane: openControlPlane(sender, at.world?.controlPlane),
    form: (rule) => formOfRule(rule, at.setting.revision),
    eventually: (probe) => poll(probe, deadlineIn(EVENTUALLY_MS), 20),
    pause: (ms) => delay(ms),
    idle: () => at.idle(),
    advance: (ms) => (at.world?.platform?.clockToken === undefined ? noClock() : at.handle().advance(ms)),
    configure: (env) => configure(at, settings, env),
    restart: (service) => at.handle().service(service).restart(),
    kill: (service) => at.handle().service(service).kill(),
    start: (service) => at.handle().service(service).start(),
  };
}

/** A platform that has these settings from the case before is left alone. */
async function configure(
  at: CaseAt,
  settings: ContractBench['settings'],
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const { id = '', services = [] } = at.world ?? {};
  if (!services.some(({ name }) => name === PLATFORM)) throw new Unjudgeable(NOT_OURS);
  if (settings.get(id) === JSON.stringify(env)) return;
  settings.delete(id);
  const platform = at.handle().service(PLATFORM);
  await platform.restart(env).catch((error) => {
    throw Reflect.get(Object(error), 'code') === 'FIXED_SETTINGS' ? new Unjudgeable(error.message) : error;
  });
  settings.set(id, JSON.stringify(env));
}

const PLATFORM = 'platform';
const NOT_OURS = 'the settings of this subject are not ours to choose';

function noClock(): never {
  throw new Unjudgeable('time cannot be put forward: the clock of this subject is the one of its machine');
}
