import { createContext, useContext } from 'react';
import type { Person } from '../../graph/session.ts';
import { usePerson } from '../../shell/use-session.ts';

/** Whether the file is read in an emergency: nobody writes in it then, and no button says that one could. */
export const OnlyReading = createContext(false);

/** Whoever is signed in, where they may write in this file. */
export const useWriter = (): Person | undefined => {
  const person = usePerson();
  return useContext(OnlyReading) ? undefined : person;
};
