import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Browser, type Opened, type Page, Routing } from './browser-routing.ts';

const HOST = 'https://relais.test';

type State = Browser['history']['state'];
type Entry = { readonly url: URL; readonly state: State };

/** The entries of a window, and that it tells of a way back; what a real one does later is done at once. */
class FakeBrowser implements Browser {
  entries: Entry[];
  at = 0;
  scrollY = 0;
  #told: (event: { readonly state: State }) => void = () => undefined;

  constructor(address: string, state: State = null) {
    this.entries = [{ url: new URL(address, HOST), state }];
  }

  get location(): URL {
    return this.entries[this.at]?.url ?? new URL(HOST);
  }

  readonly history = {
    scrollRestoration: 'auto' as 'auto' | 'manual',
    browser: this,
    get state(): State {
      return this.browser.entries[this.browser.at]?.state ?? null;
    },
    go: (steps: number) => this.#goTo(this.at + steps),
    pushState: (state: object, _: string, address = '') => this.#put(this.at + 1, state, address),
    replaceState: (state: object, _: string, address = '') => this.#put(this.at, state, address),
  };

  addEventListener(_: 'popstate', moved: (event: { readonly state: State }) => void): void {
    this.#told = moved;
  }

  /** As if somebody clicked on a link to a place within the page. */
  follow(hash: string): void {
    this.#put(this.at + 1, null, hash);
    this.#told({ state: null });
  }

  #put(at: number, state: State, address: string): void {
    const url = new URL(address || this.location.href, this.location.href);
    const ahead = at > this.at ? [] : this.entries.slice(at + 1);
    this.entries = [...this.entries.slice(0, at), { url, state }, ...ahead];
    this.at = at;
  }

  #goTo(at: number): void {
    this.at = at;
    this.#told({ state: this.history.state });
  }
}

const plain = (path: string): Page => ({
  path,
  open: (params, search) => ({ shown: JSON.stringify([path, params, search]) }),
});

let unsaved: boolean;
let browser: FakeBrowser;
let routing: Routing;

const begin = (address: string, pages: readonly Page[], state: State = null): void => {
  unsaved = false;
  browser = new FakeBrowser(address, state);
  routing = new Routing(browser, {
    isUnsaved: () => unsaved,
    forgetUnsaved: () => {
      unsaved = false;
    },
  });
  routing.start({ pages, unknown: 'unknown', broken: 'broken' });
};

const shown = () => routing.place().shown;
const address = () => browser.location.pathname + browser.location.search;
const week = '["/week",{},{}]';
const file = (reference: string) => `["/families/$reference",{"reference":"${reference}"},{}]`;

beforeEach(() => begin('/week', [plain('/week'), plain('/families/$reference')]));

describe('what the address names', () => {
  it('is shown at the start, with what it asks for, and what is no page as unknown', () => {
    expect([shown(), routing.place().visit, routing.place().top]).toEqual([week, 1, 0]);
    expect(browser.history.scrollRestoration).toBe('manual');
    routing.go('/families/NAN-1?monday=2026-11-30');
    expect(shown()).toBe('["/families/$reference",{"reference":"NAN-1"},{"monday":"2026-11-30"}]');
    routing.go('/nowhere');
    expect(shown()).toBe('unknown');
  });

  it('is told to whoever listens, until they listen no longer', () => {
    const heard: unknown[] = [];
    const stop = routing.onPlace(() => heard.push(shown()));
    routing.go('/families/NAN-1');
    stop();
    routing.go('/week');
    expect(heard).toEqual([file('NAN-1')]);
  });

  it('leads on where it stands for another, which going back does not meet', () => {
    begin('/week', [plain('/week'), { path: '/', open: () => ({ instead: '/week' }) }]);
    routing.go('/');
    expect([shown(), address(), browser.entries.length]).toEqual([week, '/week', 2]);
  });
});

describe('going back and on', () => {
  it('shows each as far down as it was looked at, and a new page from its head', () => {
    browser.scrollY = 700;
    routing.go('/families/NAN-1');
    expect(routing.place().top).toBe(0);
    browser.scrollY = 90;
    browser.history.go(-1);
    expect([shown(), routing.place().top]).toEqual([week, 700]);
    browser.history.go(1);
    expect([shown(), routing.place().top]).toEqual([file('NAN-1'), 90]);
  });

  it('stays where it is when the page shows something else of itself, and does not pile up what replaces', () => {
    routing.go('/week?monday=2026-12-07', { keepsTop: true, replaces: true, isOwn: true });
    expect([routing.place().top, browser.entries.length]).toEqual([undefined, 1]);
  });

  it('goes on counting after a reload, and takes a place within the page for what it is', () => {
    begin('/week', [plain('/week')], { at: 4 });
    const { visit } = routing.place();
    browser.follow('#about-1');
    expect([routing.place().visit, browser.history.state]).toEqual([visit, { at: 5 }]);
  });
});

describe('of pages that come late', () => {
  const later = () => {
    const waiting: ((opened: Opened) => void)[] = [];
    const open = () => new Promise<Opened>((come) => waiting.push(come));
    return { page: { path: '/late', open }, come: (shown: string) => waiting.shift()?.({ shown }) };
  };

  it('only the last that was asked for shows itself', async () => {
    const { page, come } = later();
    begin('/week', [plain('/week'), page]);
    routing.go('/late');
    routing.go('/late?again=yes');
    come('first');
    come('second');
    await Promise.resolve();
    expect(shown()).toBe('second');
    routing.go('/late');
    routing.go('/week');
    come('too late');
    await Promise.resolve();
    expect(shown()).toBe(week);
  });

  it('one that does not come says so, and the rest goes on', async () => {
    const fails = { path: '/late', open: () => Promise.reject(new Error('gone')) };
    begin('/week', [plain('/week'), fails]);
    routing.go('/late');
    await new Promise((resolve) => setTimeout(resolve));
    expect(shown()).toBe('broken');
    routing.go('/week');
    expect(shown()).toBe(week);
  });
});

describe('while something is not saved', () => {
  beforeEach(() => {
    unsaved = true;
  });

  it('asks before another subject is shown, stays, or goes all the same', () => {
    routing.go('/families/NAN-1');
    expect([shown(), address()]).toEqual([week, '/week']);
    routing.stay();
    expect(routing.place().leave).toBeUndefined();
    routing.go('/families/NAN-1');
    routing.place().leave?.();
    expect([shown(), unsaved, routing.place().leave]).toEqual([file('NAN-1'), false, undefined]);
  });

  it('asks for another subject of the same page as well, but not for what the page shows of itself', () => {
    routing.go('/week?monday=2026-12-07', { isOwn: true });
    expect(address()).toBe('/week?monday=2026-12-07');
    routing.go('/week?monday=2026-12-14');
    expect(address()).toBe('/week?monday=2026-12-07');
    expect(routing.place().leave).toBeDefined();
  });

  it('comes back from a way back, asks, and goes it when one wants to', () => {
    unsaved = false;
    routing.go('/families/NAN-1');
    unsaved = true;
    browser.history.go(-1);
    expect([shown(), address()]).toEqual([file('NAN-1'), '/families/NAN-1']);
    routing.place().leave?.();
    expect([shown(), address()]).toEqual([week, '/week']);
  });
});
