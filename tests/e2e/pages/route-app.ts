import type { LocalSite } from '../local-site.ts';

/** How many routes the app has; each has words of its own. */
export const ROUTES = 24;

export type How = 'push' | 'replace' | 'back' | 'navigate' | 'hash';
/** When the words come: before the address changes, right after, in a task of their own, or late, when `arrive` is called. */
export type When = 'before' | 'after' | 'soon' | 'late';

/** What the app puts on `window.app`. */
export interface RouteApp {
  go(route: number, how: How, when: When): void;
  /** What was late is here. */
  arrive(): void;
  /** Selects words of the route that is to be seen; gives them. */
  select(): string;
}

/** Runs in the page. */
function runApp(hashed: boolean, initial: number): void {
  const main = document.querySelector('main');
  if (main === null) throw new Error('no main');
  let pending: (() => void) | null = null;
  let inPlace = false;
  const addressOf = (route: number): string => (hashed ? `#/route/${route}` : `/app/${route}`);
  const words = (route: number): string[] => [
    `Route ${route}`,
    `Keeper Ada Quill said: “The sluice of route ${route} was shut by hand at dawn.”`,
    `At six the bell of route ${route} was rung.`,
  ];
  const render = (route: number): void => {
    pending = null;
    const said = words(route);
    inPlace = !inPlace;
    // Every other time the words change inside the nodes that are there.
    const held = [...main.children].map(({ firstChild }) => firstChild);
    if (inPlace && held.length === said.length)
      for (const [i, node] of held.entries()) {
        if (node instanceof Text) node.data = said[i] ?? '';
      }
    else
      main.replaceChildren(
        ...said.map((text, i) => {
          const element = document.createElement(i === 0 ? 'h1' : 'p');
          element.textContent = text;
          return element;
        }),
      );
    document.title = `Route ${route}`;
  };
  const bring = (route: number, when: When): void => {
    pending = null;
    if (when === 'after') render(route);
    if (when === 'late') pending = () => render(route);
    if (when !== 'soon') return;
    const soon = () => pending === soon && render(route);
    pending = soon;
    setTimeout(soon);
  };
  let onBack: When = 'after';
  const here = (): number => Number(/\d+$/.exec(hashed ? location.hash : location.pathname)?.[0] ?? initial);
  const navigation = Reflect.get(window, 'navigation') as EventTarget & { navigate(url: string): unknown; currentEntry: { index: number } };
  const first = navigation.currentEntry.index;
  let goingBack = false;
  addEventListener('popstate', () => {
    goingBack = false;
    bring(here(), onBack);
  });
  const app: RouteApp = {
    go(route, wanted, when) {
      const canGoBack = !goingBack && navigation.currentEntry.index > first;
      const how = wanted === 'back' && !canGoBack ? 'push' : wanted;
      if (how === 'back') {
        goingBack = true;
        onBack = when === 'before' ? 'after' : when;
        history.back();
        return;
      }
      if (when === 'before') render(route);
      if (how === 'hash') {
        // Tells of itself by popstate.
        onBack = when === 'before' ? 'after' : when;
        location.hash = addressOf(route);
        return;
      }
      if (how === 'navigate') {
        // As the Navigation API has it: the address changes when the navigation is taken over.
        const take = (event: Event & { intercept?(options: { handler(): Promise<void> }): void }): void =>
          event.intercept?.({
            handler: async () => {
              if (when !== 'before') bring(route, when);
            },
          });
        navigation.addEventListener('navigate', take, { once: true });
        navigation.navigate(addressOf(route));
        return;
      }
      history[how === 'push' ? 'pushState' : 'replaceState'](null, '', addressOf(route));
      if (when !== 'before') bring(route, when);
    },
    arrive: () => pending?.(),
    select() {
      const node = main.lastElementChild?.firstChild;
      if (!(node instanceof Text)) return '';
      const start = node.data.indexOf('the bell');
      getSelection()?.setBaseAndExtent(node, start, node, node.data.length - 1);
      return String(getSelection());
    },
  };
  Object.assign(window, { app });
  render(here());
}

const html = (hashed: boolean, route: number): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>App</title></head><body><header>The sluice app</header><main></main>
<script>(${runApp})(${hashed}, ${route})</script></body></html>`;

/** A single-page app, with its routes in the path (`/app/3`) or in the fragment (`/hash-app#/route/3`). Its server knows every route. */
export function serveRouteApp(site: LocalSite): void {
  for (let route = 0; route < ROUTES; route++) site.serve(`/app/${route}`, html(false, route));
  site.serve('/hash-app', html(true, 0));
}
