import { words } from '../messages/words.ts';
import { stay, usePlace } from '../routing/routing.ts';
import { Dialog } from '../ui/dialog.tsx';

/** A link leads away from what is not saved: somebody says whether to go. */
export const Leaving = () => {
  const { leave } = usePlace();
  if (!leave) return null;
  return (
    <Dialog
      title={words.leaving.title}
      onClose={stay}
      foot={
        <>
          <button type="button" className="button" onClick={leave}>
            {words.leaving.leave}
          </button>
          <button type="button" className="button primary" onClick={stay}>
            {words.leaving.stay}
          </button>
        </>
      }
    >
      <p>{words.leaving.text}</p>
    </Dialog>
  );
};
