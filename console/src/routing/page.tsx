import type { ComponentType } from 'react';
import type { Path } from '../addresses.ts';
import { addressOf, type Params, paramsIn } from './address.rules.ts';
import type { Page } from './browser-routing.ts';
import { go } from './routing.ts';

type Shown<Search> = {
  readonly params: Params;
  readonly search: Search;
  readonly onSearch: (search: Search) => void;
};

type Wish<Search> = {
  /** What the address may hold; anything else is left out. */
  readonly search: (given: Record<string, unknown>) => Search;
  readonly view: () => Promise<ComponentType<Shown<Search>>>;
  /** Told of each visit before the code is there: to keep it, or to ask for what it shows first. */
  readonly onVisit?: (params: Params, search: Search) => void;
  /** Going back does not lead through all that was shown of it. */
  readonly replaces?: boolean;
  /** What is written on it is of what is shown: showing something else asks first. */
  readonly holds?: boolean;
};

/** A page: its code comes when it is first opened, and what is shown of it stands in the address. */
export const page = <Search extends object>(
  path: Path,
  { search: read, view, onVisit, replaces = false, holds = false }: Wish<Search>,
): Page => {
  let View: ComponentType<Shown<Search>> | undefined;
  const seen = (Known: ComponentType<Shown<Search>>, params: Params, search: Search) => {
    View = Known;
    const isShown = () => JSON.stringify(paramsIn(path, location.pathname)) === JSON.stringify(params);
    const onSearch = (next: Search) => {
      // An answer that comes late leads nobody back to a page that they have left.
      if (!isShown()) return;
      const address = addressOf({ to: path, params, search: read(Object.fromEntries(Object.entries(next))) });
      if (address !== location.pathname + location.search)
        go(address, { replaces, keepsTop: true, isOwn: !holds });
    };
    return { shown: <Known params={params} search={search} onSearch={onSearch} /> };
  };
  return {
    path,
    load: () => void view().catch(() => undefined),
    open: (params, given) => {
      const search = read({ ...given });
      onVisit?.(params, search);
      return View ? seen(View, params, search) : view().then((known) => seen(known, params, search));
    },
  };
};
