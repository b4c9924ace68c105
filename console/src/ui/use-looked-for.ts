import { useState } from 'react';

/** What a page shows, with the name that is looked for on it. */
export type LookingFor<Search> = Search & { readonly q?: string | undefined };

type Asked<Search> = { readonly search: Search; readonly onSearch: (search: Search) => void };

const lookedFor = new Map<string, string | undefined>();

/** The name stays in the memory of the page, for whoever comes back to it: addresses are kept, logged and sent on, and hold none. */
export const useLookedFor = <Search extends object>(
  page: string,
  { search, onSearch }: Asked<Search>,
): Asked<LookingFor<Search>> => {
  const [q, setQ] = useState(lookedFor.get(page));
  return {
    search: { ...search, q },
    onSearch: (next) => {
      lookedFor.set(page, next.q);
      setQ(next.q);
      onSearch(next);
    },
  };
};
