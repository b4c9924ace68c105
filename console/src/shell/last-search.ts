import { sessionState } from '../graph/session.ts';
import { keptSearch } from '../searches.rules.ts';

/** The filters that a person had last on a page, until they sign out: the address holds them, this brings them back. */
const key = (place: string): string => `relais:search:${place}`;

const whose = (): string | undefined => {
  const state = sessionState();
  return state.is === 'signed-out' ? undefined : state.person.sub;
};

export const keepSearch = (place: string, search: object): void =>
  sessionStorage.setItem(key(place), JSON.stringify({ by: whose(), search }));

export const lastSearch = (place: string): Record<string, string> =>
  keptSearch(sessionStorage.getItem(key(place)), whose());
