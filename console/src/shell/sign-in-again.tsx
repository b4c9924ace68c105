import { signInPath } from '../graph/session.ts';
import { words } from '../messages/words.ts';

const BACK = '/signed-in';

/** In a tab of its own: the page that is left open stays as it is, with all that is written on it. */
export const SignInAgain = ({ isAnew }: { readonly isAnew: boolean }) => (
  <a
    className="button primary"
    href={signInPath(BACK, isAnew ? '&again=yes' : '')}
    target="_blank"
    rel="noopener opener"
  >
    {words.session.again}
  </a>
);
