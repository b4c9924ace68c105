import { signInPath } from '../graph/session.ts';
import { chooseLanguage, language } from '../messages/language.ts';
import { words } from '../messages/words.ts';
import { withoutNames } from '../searches.rules.ts';
import { Logo } from '../ui/icons.tsx';
import './shell.css';

/** Whoever is not signed in: what this is, and the way in. */
export const Front = () => (
  <main id="content" className="front">
    <p className="brand">
      <Logo />
      <span>Relais</span>
    </p>
    <h1>{words.front.title}</h1>
    <p>{words.front.lead}</p>
    <p className="row">
      <a className="button primary" href={signInPath(location.pathname + withoutNames(location.search))}>
        {words.front.signIn}
      </a>
      <button
        type="button"
        className="button plain"
        lang={language === 'fr' ? 'en' : 'fr'}
        onClick={() => chooseLanguage(language === 'fr' ? 'en' : 'fr')}
      >
        {words.shell.language}
      </button>
    </p>
  </main>
);
