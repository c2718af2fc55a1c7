import { openClient } from './client.js';
import { policy } from './policy.js';

const told = document.getElementById('told');
const warning = document.getElementById('warning');
const workspace = document.getElementById('workspace');
let shown = { state: 'idle' };

const client = openClient(document.getElementById('screen'), (change) => {
  shown = { ...(change.state ? {} : shown), ...change };
  draw();
});

document.getElementById('choose').addEventListener('submit', (event) => {
  event.preventDefault();
  client.take(workspace.value.trim());
});
document.getElementById('release').addEventListener('click', () => client.giveBack());
setInterval(draw, 1000);

if (location.hash.length > 1) {
  workspace.value = location.hash.slice(1);
  client.take(workspace.value);
}

function draw() {
  document.body.dataset.state = shown.state;
  told.textContent = wordsFor(shown);
  warning.textContent = shown.warning ?? '';
}

function wordsFor({ state, lease, attempt, by, said }) {
  switch (state) {
    case 'connecting':
      return 'Connecting to desktop…';
    case 'live':
      return `You are in control; the lease has ${clock(lease.leftMs())} left.`;
    case 'reconnecting':
      return `Reconnecting to desktop… (attempt ${attempt} of ${policy.mostAttempts})`;
    case 'lost':
      return 'Desktop stream disconnected.';
    case 'held':
      return `${by} is in control.`;
    case 'refused':
      return `Control was refused: ${said}`;
    case 'ended':
      return 'You have given control back.';
    default:
      return 'Nobody is asked yet.';
  }
}

function clock(ms) {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
