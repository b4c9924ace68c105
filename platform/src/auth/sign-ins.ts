import type { Database } from '../database/database.ts';
import { isOutage } from '../graphql/faults.ts';
import type { Log } from '../log.ts';
import type { SignIn } from '../subgraph.ts';
import { isAdmitted, type User } from './user.ts';
import { noteAgency } from './whose-sessions.ts';

const MOST_REMEMBERED = 10_000;

/**
 * Notes each person once per process, and again when their token says something else of them; whoever asks meanwhile waits
 * for it too. Nobody is kept from reading because it could not be noted: the next request tries again.
 */
export const rememberingSignIns = (db: Database, signIn: SignIn | undefined, log: Log) => {
  const noted = new Map<string, Promise<void>>();

  const note = async (key: string, user: User): Promise<void> => {
    try {
      await noteAgency(db, user);
      if (isAdmitted(user)) await signIn?.(db, user);
    } catch (error) {
      noted.delete(key);
      if (!isOutage(error)) log.warn({ err: error }, 'sign-in not noted');
    }
  };

  return async (user: User): Promise<void> => {
    const { sub, name, role, agency } = user;
    const key = JSON.stringify([sub, name, role, agency]);
    if (noted.size >= MOST_REMEMBERED) noted.clear();
    const noting = noted.get(key) ?? note(key, user);
    noted.set(key, noting);
    await noting;
  };
};
