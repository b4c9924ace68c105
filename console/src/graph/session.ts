import type { ShownEnums } from './asked/types.ts';
import { forgetUnsaved } from './unsaved.ts';

export type Role = ShownEnums['ProfessionalRole'] | 'CENTRE_STAFF' | 'AUDITOR' | 'INTEGRATOR';

/** Whoever is signed in; the page holds the session's handle, and no token. */
export type Person = {
  readonly session: string;
  readonly sub: string;
  readonly name: string;
  readonly role: Role;
  readonly agency: string;
  /** When one has to sign in again, whatever one does. */
  readonly until: string;
};

export type SessionState =
  | { readonly is: 'signed-out' }
  | { readonly is: 'signed-in'; readonly person: Person }
  /** It ended while the page was open: what is on it stays for the same person. */
  | { readonly is: 'ended'; readonly person: Person; readonly isLocked?: boolean };

type Who = ({ readonly signedIn: true } & Person) | { readonly signedIn: false };

const listeners = new Set<() => void>();
/** GraphiQL's page listens on it as well. */
const otherTabs = new BroadcastChannel('relais-session');
let state: SessionState = { is: 'signed-out' };

const become = (next: SessionState): void => {
  state = next;
  for (const listener of listeners) listener();
};

export const sessionState = (): SessionState => state;

export const onSession = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const askWho = async (): Promise<Who> => {
  const response = await fetch('/session', { headers: { accept: 'application/json' } });
  return response.ok ? response.json() : { signedIn: false };
};

/** Asked before any word or page has come: all that is shown hangs on it. */
const askedFirst = askWho();
askedFirst.catch(() => undefined);

/** Somebody else must not see what the person before them had on the screen, and is not kept on it by what they wrote. */
const startOver = (): void => {
  forgetUnsaved();
  location.assign('/');
};

/** The session that a lock ended here: it opens nothing any more, also where the gateway has not heard of it yet. */
const LOCKED = 'relais:locked';

const adopt = (who: Who): void => {
  if (who.signedIn && who.session === sessionStorage.getItem(LOCKED)) {
    void endThere(who.session, { keepsWork: true }).catch(() => undefined);
    return;
  }
  const before = state.is === 'signed-out' ? undefined : state.person;
  if (!who.signedIn) {
    endSession();
    return;
  }
  const isSomebodyElse = before !== undefined && before.sub !== who.sub;
  if (isSomebodyElse) startOver();
  if (!isSomebodyElse) become({ is: 'signed-in', person: who });
};

/** Who is signed in at the start. */
export const findFirstSession = async (): Promise<void> => adopt(await askedFirst);

/** Asks who is signed in when another tab says that it changed. */
const findSession = async (): Promise<void> => adopt(await askWho());

otherTabs.onmessage = () => {
  if (state.is === 'signed-out') location.reload();
  if (state.is !== 'signed-out') void findSession().catch(() => undefined);
};
/** A page that the browser kept whole is not shown again to whoever comes back after a sign-out. */
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});
/** Whoever looks at the page again sees at once when its session is over; a lock that the gateway was not told of is told as soon as there is a network. */
for (const each of ['focus', 'online'])
  addEventListener(each, () => {
    if (state.is === 'ended') void findSession().catch(() => undefined);
  });

export const endSession = (): void => {
  if (state.is === 'signed-in') become({ is: 'ended', person: state.person });
};

/** Which session this browser was last seen with, so that other tabs are told of another one, once (GraphiQL's page does the same). */
const SEEN = 'relais:session';

/** After a sign-in the first page that opens tells those that are open already. */
export const tellOfNewSession = (): void => {
  const handle = state.is === 'signed-in' ? state.person.session : '';
  if (handle !== (localStorage.getItem(SEEN) ?? '')) tellOtherTabs();
  localStorage.setItem(SEEN, handle);
};

export const tellOtherTabs = (): void => otherTabs.postMessage('changed');

export const signInPath = (returnTo: string, more = ''): string =>
  `/session/sign-in?return=${encodeURIComponent(returnTo)}${more}`;

type Wish = { readonly everywhere?: boolean; readonly keepsWork?: boolean };

const endThere = (session: string, wish: Wish): Promise<Response> =>
  fetch('/session/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-relais-session': session },
    body: JSON.stringify(wish),
  });

/** Nobody touched a shared screen for long: what is on it is covered, and waits for whoever signs in. */
export const lockSession = async (): Promise<void> => {
  if (state.is !== 'signed-in') return;
  const { person } = state;
  sessionStorage.setItem(LOCKED, person.session);
  become({ is: 'ended', person, isLocked: true });
  // Without a network it is told when somebody looks again.
  await endThere(person.session, { keepsWork: true }).catch(() => undefined);
  tellOtherTabs();
};

/** Answers the agencies that did not confirm the end. */
export const signOut = async (wish: Wish): Promise<readonly string[]> => {
  if (state.is !== 'signed-in') return [];
  const response = await endThere(state.person.session, wish);
  sessionStorage.clear();
  forgetUnsaved();
  const { notConfirmed = [] }: { notConfirmed?: readonly string[] } = await response.json();
  tellOtherTabs();
  return notConfirmed;
};
