/** What narrows the list of cases; every value of a filter has to be met. */
export interface Filter {
  readonly q?: string;
  readonly suite?: string;
  readonly clause?: string;
  readonly runtime?: string;
  readonly family?: string;
  readonly verdict?: string;
  readonly owner?: string;
  /** Number of a cause on this page. */
  readonly cause?: string;
  readonly sort?: string;
}

/** Which view the address names. */
export type Route =
  | { readonly view: 'summary' | 'clauses' | 'timeline' | 'proof' }
  | { readonly view: 'fault'; readonly id: string }
  | { readonly view: 'cases'; readonly filter: Filter }
  | { readonly view: 'case'; readonly id: string; readonly filter: Filter };

const NAMES = ['q', 'suite', 'clause', 'runtime', 'family', 'verdict', 'owner', 'cause', 'sort'] as const;

/** The view that the fragment of an address names; the summary where it names none. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [view, ...rest] = path.split('/');
  const filter = filterOf(query);
  if (view === 'cases') return { view, filter };
  if (view === 'case') return { view, id: decoded(rest.join('/')), filter };
  if (view === 'proof' && rest.length > 0) return { view: 'fault', id: decoded(rest.join('/')) };
  return view === 'clauses' || view === 'timeline' || view === 'proof' ? { view } : { view: 'summary' };
}

/** The fragment that names the list of cases. */
export function casesHash(filter: Filter): string {
  return `#/cases${queryOf(filter)}`;
}

/** The fragment that names a case, and the list that it was chosen from. */
export function caseHash(id: string, filter: Filter = {}): string {
  return `#/case/${encodeURIComponent(id)}${queryOf(filter)}`;
}

/** The fragment that names a known regression, and what it killed. */
export function faultHash(id: string): string {
  return `#/proof/${encodeURIComponent(id)}`;
}

function queryOf(filter: Filter): string {
  const pairs = NAMES.flatMap((name) => (filter[name] ? [[name, filter[name]]] : []));
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

function filterOf(query: string): Filter {
  const given = new URLSearchParams(query);
  return Object.fromEntries(NAMES.flatMap((name) => (given.get(name) ? [[name, given.get(name)]] : [])));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
