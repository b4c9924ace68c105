import { type ReactNode, useSyncExternalStore } from 'react';
import { forgetUnsaved, isUnsaved } from '../graph/unsaved.ts';
import { type Params, paramsIn, searchIn } from './address.rules.ts';

/** What a page shows, or the address that stands for it. */
export type Opened = { readonly shown: ReactNode } | { readonly instead: string };

export type Page = {
  readonly path: string;
  /** Later while its code, or what it has to know first, is on its way. */
  readonly open: (params: Params, search: Readonly<Record<string, string>>) => Opened | Promise<Opened>;
};

type Routed = {
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

type Wish = {
  /** Instead of what one came from: going back does not lead to it. */
  readonly replaces?: boolean;
  /** Of the same page something else is shown: one stays where one is. */
  readonly keepsTop?: boolean;
  /** The page shows something else of itself, and keeps what is written on it. */
  readonly isOwn?: boolean;
};

const listeners = new Set<() => void>();
let routed: Routed = { pages: [], unknown: null, broken: null };
let place: Place = {
  pathname: location.pathname,
  search: location.search,
  shown: null,
  visit: 0,
  top: undefined,
  leave: undefined,
};

const become = (next: Partial<Place>): void => {
  place = { ...place, ...next };
  for (const listener of listeners) listener();
};

/** Which of the browser's entries this is, and how far down each was looked at. */
let at = 0;
const tops = new Map<number, number>();

const openHere = (): Opened | Promise<Opened> => {
  for (const { path, open } of routed.pages) {
    const params = paramsIn(path, location.pathname);
    if (params) return open(params, searchIn(location.search));
  }
  return { shown: routed.unknown };
};

/** Of pages that are opened one after the other only the last shows itself, however late the others come. */
let asked = 0;

const show = (top: number | undefined): void => {
  asked += 1;
  const mine = asked;
  const settle = (opened: Opened): void => {
    if (mine !== asked) return;
    if ('instead' in opened) go(opened.instead, { replaces: true });
    if ('shown' in opened)
      become({
        pathname: location.pathname,
        search: location.search,
        shown: opened.shown,
        visit: mine,
        top,
        leave: undefined,
      });
  };
  const opened = openHere();
  if (opened instanceof Promise) void opened.then(settle, () => settle({ shown: routed.broken }));
  if (!(opened instanceof Promise)) settle(opened);
};

/** Another address is another subject, also of the same page: what is written may be of the one that is shown. */
const isElsewhere = (address: string, isOwn = false): boolean => {
  const { pathname, search } = new URL(address, location.href);
  return pathname !== place.pathname || (!isOwn && search !== place.search);
};

const hold = (go: () => void): void =>
  become({
    leave: () => {
      forgetUnsaved();
      become({ leave: undefined });
      go();
    },
  });

/** Opens another page, or something else of this one; what is not saved is asked about first. */
export const go = (address: string, wish: Wish = {}): void => {
  if (isUnsaved() && isElsewhere(address, wish.isOwn)) {
    hold(() => go(address, wish));
    return;
  }
  tops.set(at, scrollY);
  if (!wish.replaces) at += 1;
  history[wish.replaces ? 'replaceState' : 'pushState']({ at }, '', address);
  show(wish.keepsTop ? undefined : 0);
};

/** Nobody goes after all. */
export const stay = (): void => become({ leave: undefined });

/** The browser is on its way back to where somebody stays. */
let isReturning = false;

const moved = ({ state }: PopStateEvent): void => {
  if (isReturning) {
    isReturning = false;
    return;
  }
  // A place within the page, as the browser itself leads to: nothing else is shown.
  if (typeof state?.at !== 'number') {
    at += 1;
    history.replaceState({ at }, '');
    return;
  }
  const steps = state.at - at;
  if (isUnsaved() && isElsewhere(location.href)) {
    isReturning = true;
    history.go(-steps);
    hold(() => history.go(steps));
    return;
  }
  tops.set(at, scrollY);
  at = state.at;
  show(tops.get(at) ?? 0);
};

/** Shows what the address names, now and whenever it changes. */
export const startRouting = (what: Routed): void => {
  routed = what;
  history.scrollRestoration = 'manual';
  if (typeof history.state?.at === 'number') at = history.state.at;
  history.replaceState({ at }, '');
  addEventListener('popstate', moved);
  show(0);
};

const onPlace = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePlace = (): Place => useSyncExternalStore(onPlace, () => place);
