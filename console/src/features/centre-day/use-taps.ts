import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '../../graph/ask.ts';
import { NoteAtTheDoor } from '../../graph/asked/note-at-the-door.ts';
import { readAnew } from '../../graph/use-answer.ts';
import { settle, type Tap, type TapKind, tapsFrom } from './taps.rules.ts';

/** Ids and times only: nobody's name is written into the browser. */
const KEPT = 'relais:taps';
const AGAIN_MS = 10_000;

const kept = (): readonly Tap[] => tapsFrom(sessionStorage.getItem(KEPT));

export type Taps = {
  readonly waiting: readonly Tap[];
  readonly refused: ReadonlyMap<string, string>;
  readonly touch: (bookingId: string, kind: TapKind) => void;
};

/** What was touched at the door, sent at once where there is a network, else as soon as it is back. */
export const useTaps = (): Taps => {
  const [waiting, setWaiting] = useState<readonly Tap[]>(kept);
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const current = useRef(waiting);
  const isSending = useRef(false);

  const become = useCallback((taps: readonly Tap[]) => {
    current.current = taps;
    sessionStorage.setItem(KEPT, JSON.stringify(taps));
    setWaiting(taps);
  }, []);

  const send = useCallback(async () => {
    if (isSending.current || current.current.length === 0) return;
    isSending.current = true;
    try {
      const lines = current.current.map((each) => ({ ...each }));
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

  const touch = (bookingId: string, kind: TapKind): void => {
    setRefused((before) => new Map([...before].filter(([id]) => id !== bookingId)));
    become([...current.current, { id: crypto.randomUUID(), bookingId, kind, at: new Date().toISOString() }]);
    void send();
  };
  return { waiting, refused, touch };
};
