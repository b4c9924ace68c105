import { useState } from 'react';
import { OpenAgain } from '../../graph/asked/open-again.ts';
import { change, useChange } from '../../graph/change.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { closureWords } from './words.ts';

type Foreseen = { readonly bookedAgain: number; readonly notBookedAgain: number };

/** What comes back is shown first; then the closure is taken back. */
export const OpenAgainButton = ({
  closureId,
  name,
}: {
  readonly closureId: string;
  readonly name: string;
}) => {
  const [foreseen, setForeseen] = useState<Foreseen>();
  const { isBusy, problem, make } = useChange();
  const send = (preview: boolean) =>
    make(
      change(OpenAgain, { input: { closureId, preview } }, (data) => data.withdrawClosure),
      preview ? '' : closureWords.opened,
    );
  const open = async () => {
    if (await send(false)) setForeseen(undefined);
  };
  return (
    <>
      <button
        type="button"
        className="button plain dense"
        aria-disabled={isBusy}
        onClick={() => void send(true).then(setForeseen)}
      >
        {closureWords.openAgain}
        <span className="unseen">{name}</span>
      </button>
      {foreseen ? null : <Problem said={problem} />}
      {foreseen ? (
        <FormDialog
          title={closureWords.openAgainTitle(name)}
          lead={closureWords.openAgainLead(foreseen.bookedAgain, foreseen.notBookedAgain)}
          send={closureWords.openAgain}
          isBusy={isBusy}
          problem={problem}
          onSend={() => void open()}
          onClose={() => setForeseen(undefined)}
        />
      ) : null}
    </>
  );
};
