import type { ReactNode } from 'react';
import { type Params, paramsIn, searchIn } from './address.rules.ts';

/** What a page shows, or the address that stands for it. */
export type Opened = { readonly shown: ReactNode } | { readonly instead: string };

export type Page = {
  readonly path: string;
  /** Its code, before anybody knows whether it is shown. */
  readonly load?: () => void;
  /** Later while its code, or what it has to know first, is on its way. */
  readonly open: (params: Params, search: Readonly<Record<string, string>>) => Opened | Promise<Opened>;
};

export type Routed = {
  readonly pages: readonly Page[];
  readonly unknown: ReactNode;
  readonly broken: ReactNode;
};

export type Place = {
  readonly pathname: string;
  readonly search: string;
  readonly shown: ReactNode;
  /** Each time that something is shown. */
  readonly visit: number;
  /** How far down; as far as it is, where nothing is said. */
  readonly top: number | undefined;
  /** Somebody wants to go, and something is not saved: goes all the same. */
  readonly leave: (() => void) | undefined;
};

export type Wish = {
  /** Instead of what one came from: going back does not lead to it. */
  readonly replaces?: boolean;
  /** Of the same page something else is shown: one stays where one is. */
  readonly keepsTop?: boolean;
  /** The page shows something else of itself, and keeps what is written on it. */
  readonly isOwn?: boolean;
};

/** As much of a browser's window as is asked of it. */
export type Browser = {
  readonly location: { readonly href: string; readonly pathname: string; readonly search: string };
  readonly history: {
    readonly state: { readonly at?: unknown } | null;
    scrollRestoration: 'auto' | 'manual';
    go(steps: number): void;
    pushState(state: object, unused: string, address?: string): void;
    replaceState(state: object, unused: string, address?: string): void;
  };
  readonly scrollY: number;
  addEventListener(
    type: 'popstate',
    moved: (event: { readonly state: Browser['history']['state'] }) => void,
  ): void;
};

/** Of what is written on the page and not sent. */
type Unsaved = { readonly isUnsaved: () => boolean; readonly forgetUnsaved: () => void };

/** What the address names, shown; and what is not saved asked about before it is left. */
export class Routing {
  readonly #browser: Browser;
  readonly #unsaved: Unsaved;
  readonly #listeners = new Set<() => void>();
  #routed: Routed = { pages: [], unknown: null, broken: null };
  #place: Place;
  /** Which of the browser's entries this is, and how far down each was looked at. */
  #at = 0;
  readonly #tops = new Map<number, number>();
  /** Of pages that are opened one after the other only the last shows itself, however late the others come. */
  #asked = 0;
  /** The browser is on its way back to where somebody stays. */
  #isReturning = false;

  constructor(browser: Browser, unsaved: Unsaved) {
    this.#browser = browser;
    this.#unsaved = unsaved;
    const { pathname, search } = browser.location;
    this.#place = { pathname, search, shown: null, visit: 0, top: undefined, leave: undefined };
  }

  readonly place = (): Place => this.#place;

  readonly onPlace = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Shows what the address names, now and whenever it changes. */
  start(routed: Routed): void {
    const { history } = this.#browser;
    this.#routed = routed;
    history.scrollRestoration = 'manual';
    if (typeof history.state?.at === 'number') this.#at = history.state.at;
    history.replaceState({ at: this.#at }, '');
    this.#browser.addEventListener('popstate', ({ state }) => this.#moved(state));
    this.#show(0);
  }

  /** Opens another page, or something else of this one; what is not saved is asked about first. */
  go(address: string, wish: Wish = {}): void {
    if (this.#unsaved.isUnsaved() && this.#isElsewhere(address, wish.isOwn)) {
      this.#hold(() => this.go(address, wish));
      return;
    }
    const { history, scrollY } = this.#browser;
    this.#tops.set(this.#at, scrollY);
    if (!wish.replaces) this.#at += 1;
    history[wish.replaces ? 'replaceState' : 'pushState']({ at: this.#at }, '', address);
    this.#show(wish.keepsTop ? undefined : 0);
  }

  /** Nobody goes after all. */
  stay(): void {
    this.#become({ leave: undefined });
  }

  #become(next: Partial<Place>): void {
    this.#place = { ...this.#place, ...next };
    for (const listener of this.#listeners) listener();
  }

  #openHere(): Opened | Promise<Opened> {
    const { pathname, search } = this.#browser.location;
    for (const { path, open } of this.#routed.pages) {
      const params = paramsIn(path, pathname);
      if (params) return open(params, searchIn(search));
    }
    return { shown: this.#routed.unknown };
  }

  #show(top: number | undefined): void {
    this.#asked += 1;
    const mine = this.#asked;
    const settle = (opened: Opened): void => {
      if (mine !== this.#asked) return;
      if ('instead' in opened) this.go(opened.instead, { replaces: true });
      const { pathname, search } = this.#browser.location;
      if ('shown' in opened)
        this.#become({ pathname, search, shown: opened.shown, visit: mine, top, leave: undefined });
    };
    const opened = this.#openHere();
    if (opened instanceof Promise) void opened.then(settle, () => settle({ shown: this.#routed.broken }));
    if (!(opened instanceof Promise)) settle(opened);
  }

  /** Another address is another subject, also of the same page: what is written may be of the one that is shown. */
  #isElsewhere(address: string, isOwn = false): boolean {
    const { pathname, search } = new URL(address, this.#browser.location.href);
    return pathname !== this.#place.pathname || (!isOwn && search !== this.#place.search);
  }

  #hold(go: () => void): void {
    this.#become({
      leave: () => {
        this.#unsaved.forgetUnsaved();
        this.#become({ leave: undefined });
        go();
      },
    });
  }

  #moved(state: Browser['history']['state']): void {
    const { history, location, scrollY } = this.#browser;
    if (this.#isReturning) {
      this.#isReturning = false;
      return;
    }
    // A place within the page, as the browser itself leads to: nothing else is shown.
    if (typeof state?.at !== 'number') {
      this.#at += 1;
      history.replaceState({ at: this.#at }, '');
      return;
    }
    const steps = state.at - this.#at;
    if (this.#unsaved.isUnsaved() && this.#isElsewhere(location.href)) {
      this.#isReturning = true;
      history.go(-steps);
      this.#hold(() => history.go(steps));
      return;
    }
    this.#tops.set(this.#at, scrollY);
    this.#at = state.at;
    this.#show(this.#tops.get(this.#at) ?? 0);
  }
}
