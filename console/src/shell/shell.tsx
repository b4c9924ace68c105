import { useEffect, useRef, useState } from 'react';
import { type Person, signInPath, signOut } from '../graph/session.ts';
import { isUnsaved } from '../graph/unsaved.ts';
import { chooseLanguage, language } from '../messages/language.ts';
import { words } from '../messages/words.ts';
import { addressOf, isWithin } from '../routing/address.rules.ts';
import { Anchored, Link } from '../routing/link.tsx';
import { Outlet } from '../routing/outlet.tsx';
import { go, usePlace } from '../routing/routing.ts';
import { Icon, type IconName, Logo } from '../ui/icons.tsx';
import { Broken } from './broken.tsx';
import { hasGraphiql } from './graphiql.ts';
import { Help } from './help.tsx';
import { lastSearch } from './last-search.ts';
import { Leaving } from './leaving.tsx';
import { followsFamilies, maySearchFamilies, type Place, placesOf } from './places.rules.ts';
import { SessionEnded } from './session-ended.tsx';
import { useIdleLock } from './use-idle-lock.ts';
import { useSession } from './use-session.ts';
import './shell.css';

const icons: Readonly<Record<Place, IconName>> = {
  '/week': 'calendar',
  '/families': 'people',
  '/today': 'bell',
  '/waiting': 'list',
  '/offers': 'clock',
  '/without-care': 'warning',
  '/day': 'house',
  '/plan': 'clock',
  '/job-seekers': 'people',
  '/inbox': 'speech',
  '/incomplete': 'house',
  '/report': 'chart',
  '/city': 'list',
  '/closures': 'lock',
  '/placements': 'house',
  '/places': 'pin',
  '/colleagues': 'phone',
  '/doubles': 'people',
  '/audit': 'search',
  '/queries': 'home',
};

const names: Readonly<Record<Exclude<Place, '/families'>, string>> = {
  '/week': words.shell.week,
  '/today': words.shell.today,
  '/waiting': words.shell.waiting,
  '/offers': words.shell.offers,
  '/without-care': words.shell.withoutCare,
  '/day': words.shell.day,
  '/plan': words.shell.plan,
  '/job-seekers': words.shell.jobSeekers,
  '/inbox': words.shell.inbox,
  '/incomplete': words.shell.incomplete,
  '/report': words.shell.report,
  '/city': words.shell.city,
  '/closures': words.shell.closures,
  '/placements': words.shell.placements,
  '/places': words.shell.places,
  '/colleagues': words.shell.colleagues,
  '/doubles': words.shell.doubles,
  '/audit': words.shell.audit,
  '/queries': words.shell.home,
};

const nameOf = (place: Place, { role }: Person): string => {
  if (place !== '/families') return names[place];
  return followsFamilies(role) ? words.shell.myFamilies : words.shell.families;
};

const leave = async (everywhere: boolean): Promise<void> => {
  const notConfirmed = await signOut({ everywhere });
  if (notConfirmed.length > 0) alert(words.session.notConfirmed(notConfirmed.join(', ')));
  location.assign('/');
};

const changePerson = async (): Promise<void> => {
  await signOut({ keepsWork: true });
  location.assign(signInPath('/'));
};

const AccountItems = ({ onHelp }: { readonly onHelp: () => void }) => (
  <>
    <button type="button" onClick={onHelp}>
      {words.shell.help}
    </button>
    <button
      type="button"
      lang={language === 'fr' ? 'en' : 'fr'}
      onClick={() => chooseLanguage(language === 'fr' ? 'en' : 'fr')}
    >
      {words.shell.language}
    </button>
    {hasGraphiql ? <a href="/graphiql">{words.shell.graph}</a> : null}
    <button type="button" onClick={() => void changePerson()}>
      {words.shell.changePerson}
    </button>
    <button type="button" onClick={() => void leave(true)}>
      {words.shell.signOutEverywhere}
    </button>
    <button type="button" onClick={() => void leave(false)}>
      {words.shell.signOut}
    </button>
  </>
);

const Account = ({ person, onHelp }: { readonly person: Person; readonly onHelp: () => void }) => {
  const details = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (details.current) details.current.open = false;
  };
  return (
    <details
      ref={details}
      className="account no-print"
      onKeyDown={({ key }) => {
        if (key !== 'Escape') return;
        close();
        details.current?.querySelector('summary')?.focus();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) close();
      }}
    >
      <summary>
        <Icon name="person" />
        <span className="account-name">
          <b id="person">{person.name}</b>
          <span className="faint">{words.roles[person.role]}</span>
        </span>
        <Icon name="down" />
      </summary>
      <div className="account-menu card">
        <AccountItems
          onHelp={() => {
            close();
            onHelp();
          }}
        />
      </div>
    </details>
  );
};

/** On a narrow screen the page that one is on is not left out of sight. */
const useCurrentInSight = () => {
  const navigation = useRef<HTMLElement>(null);
  const { pathname: place } = usePlace();
  useEffect(() => {
    const { current } = navigation;
    const link = current?.querySelector<HTMLElement>(`[href^="/${place.split('/')[1]}"]`);
    if (current && link)
      current.scrollTo({ left: link.offsetLeft - (current.clientWidth - link.offsetWidth) / 2 });
  }, [place]);
  return navigation;
};

const Navigation = ({ person }: { readonly person: Person }) => {
  const { pathname } = usePlace();
  return (
    <nav ref={useCurrentInSight()} aria-label={words.shell.main} className="navigation no-print">
      {placesOf(person.role).map((place) => (
        <Anchored
          key={place}
          href={addressOf({ to: place, search: lastSearch(place) })}
          className="navigation-link"
          aria-current={isWithin(place, pathname) ? 'page' : undefined}
        >
          <Icon name={icons[place]} />
          <span>{nameOf(place, person)}</span>
        </Anchored>
      ))}
    </nav>
  );
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** `/` looks for somebody from anywhere, `?` says which keys there are. */
const useKeys = (onSearch: () => void, onHelp: () => void): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      const act = new Map([
        ['/', onSearch],
        ['?', onHelp],
      ]).get(event.key);
      if (!act || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
};

export const Shell = ({ person }: { readonly person: Person }) => {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const state = useSession();
  const search = () => {
    const field = document.querySelector<HTMLInputElement>('#search');
    if (field) return field.focus();
    // A key leads nobody away from what is not sent.
    if (isUnsaved()) return;
    if (maySearchFamilies(person.role)) go(addressOf({ to: '/families', search: { find: 'yes' } }));
  };
  useKeys(search, () => setHelpOpen(true));
  useIdleLock(person.role, state.is === 'signed-in');
  const isLocked = state.is === 'ended' && state.isLocked === true;
  return (
    <>
      <a className="unseen skip" href="#content">
        {words.shell.skip}
      </a>
      <header className="top">
        <Link to="/" className="brand">
          <Logo />
          <span>Relais</span>
        </Link>
        <Navigation person={person} />
        <Account person={person} onHelp={() => setHelpOpen(true)} />
        <span className="only-print small">
          {words.shell.printedBy(person.name, words.roles[person.role])}
        </span>
      </header>
      <main
        id="content"
        tabIndex={-1}
        hidden={isLocked || (state.is === 'ended' && person.role === 'CENTRE_STAFF')}
      >
        <Outlet otherwise={<Broken />} />
      </main>
      <Leaving />
      {isHelpOpen ? <Help onClose={() => setHelpOpen(false)} /> : null}
      {state.is === 'ended' ? <SessionEnded person={person} isLocked={isLocked} /> : null}
    </>
  );
};
