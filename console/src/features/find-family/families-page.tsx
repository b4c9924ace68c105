import { useDeferredValue } from 'react';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import type { FamiliesSearch } from '../../searches.rules.ts';
import { followsFamilies, mayRegister } from '../../shell/places.rules.ts';
import { usePerson } from '../../shell/use-session.ts';
import { FirstVisit } from '../../ui/first-visit.tsx';
import { type LookingFor, useLookedFor } from '../../ui/use-looked-for.ts';
import { Found } from './found.tsx';
import { LookUp } from './look-up.tsx';
import { MyEmergencies } from './my-emergencies.tsx';
import { MyFamilies } from './my-families.tsx';
import { familiesWords } from './words.ts';
import './families.css';

const LONG_ENOUGH = 2;

type Shown = LookingFor<FamiliesSearch>;
type Props = { readonly search: Shown; readonly onSearch: (search: Shown) => void };

const SearchField = ({ search, onSearch }: Props) => (
  <div className="field search-field">
    <label htmlFor="search">{words.search.label}</label>
    <input
      id="search"
      type="search"
      className="input"
      autoComplete="off"
      // biome-ignore lint/a11y/noAutofocus: only for whoever came here by the key for searching
      autoFocus={search.find === 'yes'}
      aria-describedby="search-hint"
      value={search.q ?? ''}
      onChange={({ target }) => onSearch({ q: target.value === '' ? undefined : target.value })}
    />
    <p id="search-hint" className="faint">
      {words.search.hint}
    </p>
  </div>
);

/** Whoever follows families sees theirs; everybody who may open some finds them here. */
export const FamiliesPage = (asked: Props) => {
  const { search, onSearch } = useLookedFor('/families', asked);
  const person = usePerson();
  const wanted = useDeferredValue(search.q?.trim() ?? '');
  if (!person) return null;
  const isSearching = wanted.length >= LONG_ENOUGH;
  const isFollower = followsFamilies(person.role);
  return (
    <div className="page">
      <div className="spread">
        <h1>{isFollower ? familiesWords.title : familiesWords.titleAll}</h1>
        {mayRegister(person.role) ? (
          <Link to="/register" className="button no-print">
            {familiesWords.register}
          </Link>
        ) : null}
      </div>
      {isFollower ? <FirstVisit page="families" sentences={familiesWords.firstVisit} /> : null}
      <div className="families">
        <section className="card side families-find" aria-labelledby="find">
          <h2 id="find">{familiesWords.findTitle}</h2>
          <SearchField search={search} onSearch={onSearch} />
        </section>
        <div className="stack families-list">
          {isSearching ? <Found search={wanted} /> : null}
          {!isSearching && isFollower ? (
            <>
              <MyEmergencies />
              <MyFamilies />
            </>
          ) : null}
          {!isSearching && !isFollower ? <p className="muted">{familiesWords.searchFirst}</p> : null}
        </div>
        <LookUp />
      </div>
    </div>
  );
};
