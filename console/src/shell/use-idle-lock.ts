import { useEffect } from 'react';
import { lockSession, type Role } from '../graph/session.ts';
import { isToldAgain, leftUntilLock, locksAfter } from './idle.rules.ts';

const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Locks a shared screen that nobody has touched for long, in whichever tab; one that slept meanwhile is locked as it wakes. */
export const useIdleLock = (role: Role, isSignedIn: boolean): void => {
  useEffect(() => {
    if (!isSignedIn || locksAfter(role) === undefined) return;
    const tabs = new BroadcastChannel('relais-touched');
    let touchedAt = Date.now();
    let toldAt: number | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const left = leftUntilLock(role, touchedAt, Date.now());
      if (left === 0) void lockSession();
      if (left) timer = setTimeout(look, left);
      return left;
    };
    const touch = () => {
      // A tablet that slept is locked by the touch that wakes it.
      if (look() === 0) return;
      touchedAt = Date.now();
      if (!isToldAgain(toldAt, touchedAt)) return;
      toldAt = touchedAt;
      tabs.postMessage('touched');
    };
    tabs.onmessage = () => {
      touchedAt = Date.now();
    };
    look();
    for (const each of TOUCHES) addEventListener(each, touch, { passive: true });
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      tabs.close();
      for (const each of TOUCHES) removeEventListener(each, touch);
      document.removeEventListener('visibilitychange', look);
    };
  }, [role, isSignedIn]);
};
