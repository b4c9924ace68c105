import type { Person } from '../graph/session.ts';
import { words } from '../messages/words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { SignInAgain } from './sign-in-again.tsx';

type EndedProps = { readonly person: Person; readonly isLocked: boolean };

/** Over a page whose session ended: what was written on it stays, for the same person alone. */
export const SessionEnded = ({ person, isLocked }: EndedProps) => (
  <Dialog
    title={isLocked ? words.session.lockedTitle : words.session.endedTitle}
    isBinding
    onClose={() => undefined}
    foot={
      <>
        <a className="button" href="/">
          {isLocked ? words.session.someoneElse : words.session.leave}
        </a>
        <SignInAgain isAnew={isLocked} />
      </>
    }
  >
    <p>{isLocked ? words.session.lockedText(person.name) : words.session.endedText(person.name)}</p>
  </Dialog>
);
