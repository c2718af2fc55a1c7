import { HarnessError } from '../../support/errors.ts';
import type { Action, LinkState, Order, RunState, ServiceStatus } from './actions.ts';
import type { Grip } from './grip.ts';

/** The states from which an action makes sense; for links any. */
const FROM: Readonly<Record<Action, readonly RunState[]>> = {
  restart: ['running'],
  kill: ['running', 'paused'],
  start: ['down'],
  pause: ['running'],
  continue: ['paused'],
  cut: ['running', 'paused', 'down'],
  heal: ['running', 'paused', 'down'],
};

/** The refusal of a name that no service of the world has. */
export function unknownService(worldId: string, name: string, known: readonly string[]): HarnessError {
  return refuse(
    'UNKNOWN_SERVICE',
    `World ${worldId} has no service ${name}.`,
    `It has: ${known.join(', ')}.`,
  );
}

/** Makes sure that an order can be carried out and makes sense as things are. Throws `HarnessError` otherwise. */
export function demandSense(order: Order, grip: Grip, status: ServiceStatus): void {
  const { action } = order;
  switch (action) {
    case 'restart':
    case 'start':
      if (!grip.signals) throw notHandled(order);
      if (!grip.life) throw noOwner(order);
      if (order.action === 'restart' && order.env && !grip.life.takesSettings) throw fixedSettings(order);
      break;
    case 'kill':
    case 'pause':
    case 'continue':
      if (!grip.signals) throw notHandled(order);
      break;
    case 'cut':
    case 'heal':
      demandLink(order, grip, status.link);
      break;
    default:
      action satisfies never;
  }
  if (!FROM[action].includes(status.state)) throw wrongState(order, status.state);
  if (order.action === 'kill' && status.state === 'paused' && order.signal !== 'SIGKILL')
    throw deafToSignals(order, order.signal);
}

function demandLink(order: Order, { link }: Grip, state: LinkState = 'open'): void {
  const { service } = order;
  if (!link)
    throw refuse(
      'NO_LINK',
      `${service} has no link that could be cut or healed.`,
      `Boot its world with \`links: ['${service}']\`; in containers only \`loopback\` can be cut, and takes all with it.`,
    );
  if (order.action === 'cut' && state !== 'open')
    throw refuse('CUT_ALREADY', `The link of ${service} is cut already (${state}).`, 'Heal it first.');
  if (order.action === 'heal' && state === 'open')
    throw refuse('NOT_CUT', `The link of ${service} is not cut, so there is nothing to heal.`);
  if (order.action === 'cut' && order.way && !link.ways.includes(order.way))
    throw refuse(
      'NO_SUCH_CUT',
      `The link of ${service} cannot be cut by \`${order.way}\`.`,
      `It can by: ${link.ways.join(', ')}.`,
    );
}

function wrongState({ service, action }: Order, state: RunState): HarnessError {
  return refuse(
    'WRONG_STATE',
    `${service} is ${state}, and only what is ${FROM[action].join(' or ')} can be told to ${action}.`,
    { running: 'Nothing is to be done.', paused: 'Continue it first.', down: 'Start it first.' }[state],
  );
}

function deafToSignals({ service }: Order, signal: string): HarnessError {
  return refuse(
    'PAUSED',
    `${service} is paused and would not notice ${signal}.`,
    'Continue it first, or kill it with SIGKILL.',
  );
}

function noOwner({ service, action }: Order): HarnessError {
  return refuse(
    'NO_OWNER',
    `${service} cannot be told to ${action}: whoever booted its world has let go of it, and nobody else can bring a service back as it was.`,
    'Use a world that the run boots itself; here kill, pause and continue are all that can be done.',
  );
}

function notHandled({ service, action }: Order): HarnessError {
  return refuse(
    'NOT_HANDLED',
    `${service} holds the network of all others, and cannot be told to ${action}.`,
    'Cut and heal it, or handle one of the others.',
  );
}

function refuse(code: string, message: string, fix?: string): HarnessError {
  return new HarnessError({ code, message, ...(fix !== undefined && { fix }) });
}

function fixedSettings({ service }: Order): HarnessError {
  return refuse(
    'FIXED_SETTINGS',
    `${service} keeps the settings that it was booted with.`,
    'Only processes of this machine can be restarted with others.',
  );
}
