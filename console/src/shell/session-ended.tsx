import { type Person, signInPath } from '../graph/session.ts';
import { words } from '../messages/words.ts';
import { Dialog } from '../ui/dialog.tsx';

export const BACK = '/signed-in';

/** Over a page whose session ended: what was written on it stays, for the same person alone. */
export const SessionEnded = ({ person }: { readonly person: Person }) => (
  <Dialog
    title={words.session.endedTitle}
    isBinding
    onClose={() => undefined}
    foot={
      <>
        <a className="button" href="/">
          {words.session.leave}
        </a>
        <a className="button primary" href={signInPath(BACK)} target="_blank" rel="noopener opener">
          {words.session.again}
        </a>
      </>
    }
  >
    <p>{words.session.endedText(person.name)}</p>
  </Dialog>
);
