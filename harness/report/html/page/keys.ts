import { casesHash, routeOf } from './route.ts';

/** Listens for the keys of the page: `/` searches, `j` and `k` go on and back, Escape leaves. */
export function listenForKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = (event.target as Element).matches('input, select, textarea');
    if (event.key === 'Escape' && isTyping) (event.target as HTMLElement).blur();
    else if (isTyping) typing(event);
    else if (event.key === '/') search(event);
    else press(event);
  });
}

/** From the search the first case is one key away. */
function typing(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' || !(event.target as Element).matches('#search')) return;
  event.preventDefault();
  document.querySelector<HTMLElement>('.list a')?.focus();
}

function search(event: Event): void {
  event.preventDefault();
  if (routeOf(location.hash).view !== 'cases') location.hash = casesHash({});
  setTimeout(() => document.getElementById('search')?.focus());
}

function press(event: KeyboardEvent): void {
  const link = document.querySelector<HTMLAnchorElement>(`a[data-key="${CSS.escape(event.key)}"]`);
  const first = document.querySelector<HTMLElement>('.list a');
  if (link) link.click();
  else if (first && (event.key === 'j' || event.key === 'ArrowDown')) first.focus();
  else return;
  event.preventDefault();
}
