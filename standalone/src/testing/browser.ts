import { parseSetCookie } from 'cookie';

type Kept = { readonly value: string; readonly path: string };

export type Visit = { readonly url: URL; readonly response: Response; readonly text: string };

/** As much of a browser as signing in needs: it keeps cookies by path, and follows redirects by hand. */
export class Browser {
  readonly cookies = new Map<string, Kept>();
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  async send(to: string | URL, init: RequestInit = {}): Promise<Visit> {
    const url = new URL(to, this.#origin);
    const sent = [...this.cookies]
      .filter(([, { path }]) => url.pathname === path || url.pathname.startsWith(path.replace(/\/?$/, '/')))
      .map(([name, { value }]) => `${name}=${value}`);
    const headers = new Headers(init.headers);
    if (sent.length > 0) headers.set('cookie', sent.join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const text of response.headers.getSetCookie()) this.#keep(text);
    return { url, response, text: await response.text() };
  }

  /** Goes where it is led, until a page stands still. */
  async open(to: string | URL, init: RequestInit = {}): Promise<Visit> {
    const visit = await this.send(to, init);
    const next =
      visit.response.headers.get('location') ??
      /http-equiv="refresh" content="0; url=([^"]+)"/.exec(visit.text)?.[1];
    return next === undefined || next === null ? visit : this.open(new URL(next, visit.url));
  }

  #keep(text: string): void {
    const { name, value = '', path = '/', maxAge, expires } = parseSetCookie(text);
    const isGone = maxAge === 0 || (expires !== undefined && expires.getTime() < Date.now());
    if (isGone) this.cookies.delete(name);
    if (!isGone) this.cookies.set(name, { value: decodeURIComponent(value), path });
  }

  /** Another browser with the same cookies, as a thief would have. */
  copy(): Browser {
    const other = new Browser(this.#origin);
    for (const [name, kept] of this.cookies) other.cookies.set(name, kept);
    return other;
  }

  async signInAs(sub: string, returnTo = '/'): Promise<Visit> {
    const people = await this.open(`/session/sign-in?return=${encodeURIComponent(returnTo)}`);
    return this.open(people.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ sub }).toString(),
    });
  }

  // biome-ignore lint/suspicious/noExplicitAny: a test names what it asked for
  async who(): Promise<any> {
    return JSON.parse((await this.send('/session')).text);
  }

  /** As the page of the gateway asks, unless a test says otherwise. */
  async ask(query: string, headers: Record<string, string | undefined> = {}) {
    const { session = '' } = 'x-relais-session' in headers ? {} : await this.who();
    const all = {
      'content-type': 'application/json',
      origin: this.#origin,
      'x-relais-session': session,
      ...headers,
    };
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const { response, text } = await this.send('/graphql', {
      method: 'POST',
      headers: Object.fromEntries(given),
      body: JSON.stringify({ query }),
    });
    return { status: response.status, headers: response.headers, body: JSON.parse(text) };
  }

  async signOut(wish: object = {}, session?: string) {
    const meant = session ?? (await this.who()).session;
    const { response, text } = await this.send('/session/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.#origin, 'x-relais-session': meant },
      body: JSON.stringify(wish),
    });
    return { status: response.status, headers: response.headers, body: JSON.parse(text) };
  }
}
