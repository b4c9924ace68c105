import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '../../graph/ask.ts';
import { NoteAtTheDoor } from '../../graph/asked/note-at-the-door.ts';
import { readAnew } from '../../graph/use-answer.ts';
import {
  apart,
  type KeptTap,
  lineOf,
  settle,
  type Tap,
  type TapKind,
  takenBack,
  tapsFrom,
} from './taps.rules.ts';

/** Ids and times only, and whose: nobody's name is written into the browser. */
const KEPT = 'relais:taps';
const AGAIN_MS = 10_000;

const kept = (sub: string) => apart(tapsFrom(sessionStorage.getItem(KEPT)), sub);

export type Taps = {
  readonly waiting: readonly Tap[];
  readonly refused: ReadonlyMap<string, string>;
  /** How many somebody else touched on this screen, that are not sent in one's own name. */
  readonly others: number;
  /** Those that were sent, and may be noted though nobody answered: they are taken back no more, only put right. */
  readonly sent: ReadonlySet<string>;
  readonly touch: (bookingId: string, kind: TapKind) => void;
  readonly takeBack: (bookingId: string) => void;
};

/** Now, every few seconds, and as soon as the network is back. */
const useAgain = (send: () => Promise<void>): void => {
  useEffect(() => {
    const again = () => void send();
    again();
    const timer = setInterval(again, AGAIN_MS);
    addEventListener('online', again);
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, [send]);
};

/** What was touched at the door, sent at once where there is a network, else as soon as it is back. */
export const useTaps = (sub: string): Taps => {
  const [{ own, others }] = useState(() => kept(sub));
  const [waiting, setWaiting] = useState(own);
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const current = useRef(waiting);
  const isSending = useRef(false);
  // What an earlier page left behind may have been sent by it.
  const sent = useRef<ReadonlySet<string>>(new Set(own.map(({ id }) => id)));

  const become = useCallback(
    (taps: readonly KeptTap[]) => {
      current.current = taps;
      sessionStorage.setItem(KEPT, JSON.stringify([...others, ...taps]));
      setWaiting(taps);
    },
    [others],
  );

  const send = useCallback(async () => {
    // Without a network nothing is sent, so that it is known that nothing was.
    if (isSending.current || current.current.length === 0 || !navigator.onLine) return;
    isSending.current = true;
    try {
      const lines = current.current.map(lineOf);
      sent.current = new Set([...sent.current, ...lines.map(({ id }) => id)]);
      const { data } = await ask(NoteAtTheDoor, { input: { lines } });
      const left = settle(current.current, data.recordAttendances?.lines ?? []);
      become(left.waiting);
      setRefused((before) => new Map([...before, ...left.refused]));
      void readAnew();
    } catch {
      // It stays, with its time, and is sent again.
    } finally {
      isSending.current = false;
    }
  }, [become]);

  useAgain(send);

  const touch = (bookingId: string, kind: TapKind): void => {
    setRefused((before) => new Map([...before].filter(([id]) => id !== bookingId)));
    const at = new Date().toISOString();
    become([...current.current, { id: crypto.randomUUID(), bookingId, kind, at, by: sub }]);
    void send();
  };
  const takeBack = (bookingId: string): void => become(takenBack(current.current, bookingId, sent.current));
  return { waiting, refused, others: others.length, sent: sent.current, touch, takeBack };
};
