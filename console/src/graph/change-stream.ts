import { heard } from './change-stream.rules.ts';
import { endSession, onSession, sessionState } from './session.ts';

const UNAUTHORIZED = 401;
const COME_AGAIN_MS = 5_000;
/** Screens do not all read at once, nor one without end. */
const GATHER_MS = 1_500;
const REST_MS = 10_000;

let lastId: string | undefined;
let isWhole = false;
let lastReadAt = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Whether every agency tells of what changes, so that nobody need ask each minute. */
export const isTold = (): boolean => isWhole;

const readSoon = (read: () => void): void => {
  if (timer !== undefined) return;
  const readNow = (): void => {
    timer = undefined;
    lastReadAt = Date.now();
    read();
  };
  timer = setTimeout(readNow, Math.max(Math.random() * GATHER_MS, lastReadAt + REST_MS - Date.now()));
};

const become = (whole: boolean, read: () => void): void => {
  // Asking each minute begins with asking now.
  if (isWhole && !whole) readSoon(read);
  isWhole = whole;
};

const follow = async (session: string, signal: AbortSignal, read: () => void): Promise<void> => {
  const headers = { 'x-relais-session': session, ...(lastId && { 'last-event-id': lastId }) };
  const response = await fetch('/events/me', { headers, signal });
  if (response.status === UNAUTHORIZED) endSession();
  if (!response.ok || !response.body) return;
  const texts = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await texts.read(); !part.done; part = await texts.read()) {
    const said = heard(text + part.value);
    text = said.rest;
    lastId = said.lastId ?? lastId;
    if (said.hasNews) readSoon(read);
    if (said.isWhole !== undefined) become(said.isWhole, read);
  }
};

/** Reads anew when told of something, while somebody looks; what changed meanwhile is told when they look again. */
export const readWhenTold = (read: () => void): void => {
  let leave = new AbortController();
  const listen = async (): Promise<void> => {
    leave.abort();
    leave = new AbortController();
    const { signal } = leave;
    while (!signal.aborted && !document.hidden) {
      const state = sessionState();
      if (state.is !== 'signed-in') return;
      await follow(state.person.session, signal, read).catch(() => undefined);
      if (signal.aborted) return;
      become(false, read);
      await new Promise((resolve) => setTimeout(resolve, COME_AGAIN_MS));
    }
  };
  document.addEventListener('visibilitychange', () => void listen());
  onSession(() => void listen());
  void listen();
};
