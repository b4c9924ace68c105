import { useSyncExternalStore } from 'react';
import { onSession, type Person, type SessionState, sessionState } from '../graph/session.ts';

export const useSession = (): SessionState => useSyncExternalStore(onSession, sessionState);

/** Whoever is signed in, or was until the session ended under an open page. */
export const usePerson = (): Person | undefined => {
  const state = useSession();
  return state.is === 'signed-out' ? undefined : state.person;
};
