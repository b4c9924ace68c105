import { useState } from 'react';
import { lettersToGo } from '../../emergency/emergency.rules.ts';
import { emergencyWords } from '../../emergency/words.ts';
import { OpenInEmergency } from '../../graph/asked/open-in-emergency.ts';
import type { OpenInEmergencyMutation } from '../../graph/asked/types.ts';
import { change, useChange } from '../../graph/change.ts';
import { Link } from '../../routing/link.tsx';
import { SignInAgain } from '../../shell/sign-in-again.tsx';
import { timeOf } from '../../time/city-time.rules.ts';
import { ArrivedHeading } from '../../ui/arrived-heading.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useIds } from '../../ui/use-ids.ts';
import type { Asked } from './register.rules.ts';

type Access = NonNullable<NonNullable<OpenInEmergencyMutation['breakGlass']>['access']>;
type FormProps = { readonly handle: string; readonly asked: Asked; readonly onClose: () => void };

/** Sent again with the same words it opens nothing twice: so it is asked whether the file is open everywhere by now. */
const useOpening = (handle: string) => {
  const [reason, setReason] = useState('');
  const [opened, setOpened] = useState<Access>();
  const [mustSignIn, setMustSignIn] = useState(false);
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
    if (!done.access.family?.reference) return setProblem(emergencyWords.slow(timeOf(done.access.until)));
    setOpened(done.access);
  };
  const write = (text: string) => {
    setProblem(undefined);
    setReason(text);
  };
  return { reason, write, opened, mustSignIn, isBusy, problem, send };
};

const Opened = ({ access, onClose }: { readonly access: Access; readonly onClose: () => void }) => (
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
  </Dialog>
);

/** What will be recorded is said before; whoever signed in long ago proves first who they are, and what they wrote stays. */
export const EmergencyForm = ({ handle, asked, onClose }: FormProps) => {
  const { reason, write, opened, mustSignIn, isBusy, problem, send } = useOpening(handle);
  if (opened) return <Opened access={opened} onClose={onClose} />;
  return (
    <FormDialog
      title={emergencyWords.title(asked.surname)}
      lead={emergencyWords.lead}
      send={emergencyWords.send}
      isBusy={isBusy}
      isDeed
      problem={problem}
      leave={emergencyWords.notOpen}
      onSend={() => void send()}
      onClose={onClose}
    >
      <ul className="listed">
        {emergencyWords.recorded.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <TextField
        label={emergencyWords.reason}
        hint={emergencyWords.reasonHint}
        isLong
        value={reason}
        onChange={write}
      />
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
