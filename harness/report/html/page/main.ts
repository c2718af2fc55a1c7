import { html, render } from 'htm/preact';
import { loadPage } from './data.ts';
import { listenForKeys } from './keys.ts';
import type { Page } from './page.ts';
import { copyFrom } from './parts.ts';
import { routeOf } from './route.ts';
import { Shell } from './shell.ts';

/** Takes over from the text that the page was written with, as soon as its data are unpacked. */
async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) return;
  const page = await loadPage();
  const now = Date.now();
  let view = '';
  const draw = () => {
    const route = routeOf(location.hash);
    const next = JSON.stringify([route.view, 'id' in route && route.id]);
    render(html`<${Shell} page=${page} route=${route} now=${now} />`, root);
    if (view !== '' && next !== view) arrive();
    view = next;
    document.title = titleOf(page, 'id' in route ? route.id : route.view);
  };
  draw();
  addEventListener('hashchange', draw);
  document.addEventListener('click', (event) => void copyFrom(event.target));
  listenForKeys();
  document.documentElement.dataset.ready = 'true';
}

/** A new view begins at its top, and whoever listens is told so. */
function arrive(): void {
  scrollTo(0, 0);
  document.getElementById('main')?.focus({ preventScroll: true });
}

function titleOf({ title }: Page, view: string): string {
  return view === 'summary' ? title : `${view} · ${title}`;
}

/** The first view stays as it was written, and says why it is all there is. */
function giveUp(error: unknown): void {
  const note = document.createElement('p');
  note.className = 'bad foot';
  note.textContent = `This browser cannot unpack the cases of this page (${String(error)}). They stand in report.json and summary.md beside it.`;
  document.body.prepend(note);
}

start().catch(giveUp);
