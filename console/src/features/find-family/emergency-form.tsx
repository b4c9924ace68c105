import { useState } from 'react';
import { lettersToGo } from '../../emergency/emergency.rules.ts';
import { emergencyWords } from '../../emergency/words.ts';
import { OpenInEmergency } from '../../graph/asked/open-in-emergency.ts';
import type { OpenInEmergencyMutation } from '../../graph/asked/types.ts';
import { change, useChange } from '../../graph/change.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { SignInAgain } from '../../shell/sign-in-again.tsx';
import { timeOf } from '../../time/city-time.rules.ts';
import { ArrivedHeading } from '../../ui/arrived-heading.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { NotYetTold } from '../../ui/not-yet-told.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useIds } from '../../ui/use-ids.ts';
import type { Asked } from './register.rules.ts';

type Broken = NonNullable<OpenInEmergencyMutation['breakGlass']>;
type Access = NonNullable<Broken['access']>;
type Open = Pick<Broken, 'notYetTold'> & { readonly access: Access };
type FormProps = {
  readonly handle: string;
  readonly asked: Asked;
  /** What was looked up is used by then. */
  readonly onRecorded: () => void;
  readonly onClose: () => void;
};

/** Once it is recorded the way out says no longer that nothing is opened; while it is asked there is none. */
const leaveOf = (isBusy: boolean, isRecorded: boolean): string | undefined => {
  if (isBusy) return undefined;
  return isRecorded ? words.close : emergencyWords.notOpen;
};

/** Sent again with the same words it opens nothing twice: so it is asked whether the file is open everywhere by now. */
const useOpening = ({ handle, onRecorded }: FormProps) => {
  const [reason, setReason] = useState('');
  const [opened, setOpened] = useState<Open>();
  const [mustSignIn, setMustSignIn] = useState(false);
  const [isRecorded, setRecorded] = useState(false);
  const idOf = useIds();
  const { isBusy, problem, make, setProblem } = useChange();
  const send = async () => {
    const letters = lettersToGo(reason);
    if (letters > 0) return setProblem(emergencyWords.toGo(letters));
    const input = { handle, reason: reason.trim() };
    const sent = change(OpenInEmergency, { input: { ...input, id: idOf(input) } }, (data) => data.breakGlass);
    const done = await make(sent, '');
    const answered = await sent;
    setMustSignIn(answered.payload?.refusal?.reason === 'SIGN_IN_AGAIN');
    if (!done?.access) return;
    const { access, notYetTold } = done;
    setRecorded(true);
    onRecorded();
    if (!access.family?.reference) return setProblem(emergencyWords.slow(timeOf(access.until)));
    setOpened({ access, notYetTold });
  };
  const write = (text: string) => {
    setProblem(undefined);
    setReason(text);
  };
  return { reason, write, opened, mustSignIn, isRecorded, isBusy, problem, send };
};

const Opened = ({ access, notYetTold, onClose }: Open & { readonly onClose: () => void }) => (
  <Dialog
    title={emergencyWords.opened(timeOf(access.until))}
    onClose={onClose}
    foot={
      <Link
        to="/families/$reference"
        params={{ reference: access.family?.reference ?? '' }}
        className="button primary"
      >
        {emergencyWords.toFile}
      </Link>
    }
  >
    <p role="status">{emergencyWords.openedText}</p>
    <NotYetTold agencies={notYetTold} />
  </Dialog>
);

/** What will be recorded is said before; whoever signed in long ago proves first who they are, and what they wrote stays. */
export const EmergencyForm = (props: FormProps) => {
  const { asked, onClose } = props;
  const { reason, write, opened, mustSignIn, isRecorded, isBusy, problem, send } = useOpening(props);
  if (opened) return <Opened {...opened} onClose={onClose} />;
  return (
    <FormDialog
      title={emergencyWords.title(asked.surname)}
      lead={emergencyWords.lead}
      send={isRecorded ? words.again : emergencyWords.send}
      isBusy={isBusy}
      isDeed
      problem={problem}
      leave={leaveOf(isBusy, isRecorded)}
      onSend={() => void send()}
      onClose={onClose}
    >
      <ul className="listed">
        {emergencyWords.recorded.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <fieldset className="bare" disabled={isRecorded}>
        <TextField
          label={emergencyWords.reason}
          hint={emergencyWords.reasonHint}
          isLong
          value={reason}
          onChange={write}
        />
      </fieldset>
      {mustSignIn ? (
        <div className="stack">
          <ArrivedHeading level={3}>{emergencyWords.thenSend}</ArrivedHeading>
          <p>
            <SignInAgain isAnew />
          </p>
        </div>
      ) : null}
    </FormDialog>
  );
};
