import { useEffect } from 'react';
import { tellOtherTabs } from '../graph/session.ts';
import { words } from '../messages/words.ts';

/** Where a sign-in from under an open page comes back to: the page is told, and this tab may go. */
export const SignedIn = () => {
  useEffect(() => {
    tellOtherTabs();
    close();
  }, []);
  return (
    <div className="page">
      <h1>{words.session.backTitle}</h1>
      <p>{words.session.back}</p>
      <p>
        <a className="button" href="/">
          {words.session.goOn}
        </a>
      </p>
    </div>
  );
};
