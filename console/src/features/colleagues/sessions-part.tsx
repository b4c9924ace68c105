import { useState } from 'react';
import { EndSessionsOf } from '../../graph/asked/end-sessions-of.ts';
import { change, useChange } from '../../graph/change.ts';
import { agencyName } from '../../messages/agency.ts';
import { words } from '../../messages/words.ts';
import { useDialog } from '../../ui/dialogs.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SessionsEndedList } from '../../ui/sessions-ended.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { colleagueWords } from './words.ts';

type EndProps = {
  /** Nothing: whoever is no professional, and so in no directory, is named by the sign-in. */
  readonly sub?: string;
  readonly name?: string;
  readonly onClose: () => void;
};

const useEnding = (known: string | undefined) => {
  const [written, setWritten] = useState('');
  /** The agencies that did not confirm it, once it is done. */
  const [notConfirmed, setNotConfirmed] = useState<readonly string[]>();
  const { isBusy, problem, make, setProblem } = useChange();
  const write = (next: string) => {
    setProblem(undefined);
    setWritten(next);
  };
  const send = async () => {
    const sub = known ?? written.trim();
    if (sub === '') return setProblem(colleagueWords.lacks.SUB);
    const done = await make(
      change(EndSessionsOf, { input: { sub } }, (data) => data.revokeSessions),
      colleagueWords.sessionsOver,
    );
    if (done) setNotConfirmed(done.notConfirmed);
  };
  return { written, write, notConfirmed, isBusy, problem, send };
};

/** What it does is said before it is done, and afterwards whether every agency has confirmed it. */
export const EndSessionsForm = ({ sub, name, onClose }: EndProps) => {
  const { written, write, notConfirmed, isBusy, problem, send } = useEnding(sub);
  const isOver = notConfirmed !== undefined;
  return (
    <FormDialog
      title={words.about(colleagueWords.endSessions, name ?? '')}
      lead={colleagueWords.endSessionsLead}
      send={isOver ? words.close : colleagueWords.endSessionsNow}
      isDeed={!isOver}
      isOver={isOver}
      isBusy={isBusy}
      problem={problem}
      onSend={isOver ? onClose : () => void send()}
      onClose={onClose}
    >
      {sub === undefined && !isOver ? (
        <TextField
          label={colleagueWords.sub}
          hint={colleagueWords.subHint}
          value={written}
          onChange={write}
        />
      ) : null}
      {isOver ? (
        <p className="strong" role="status">
          {notConfirmed.length === 0
            ? colleagueWords.allConfirmed
            : colleagueWords.notConfirmed(words.and(notConfirmed.map(agencyName)))}
        </p>
      ) : null}
    </FormDialog>
  );
};

/** Whose sessions were ended in the agency, and the way to end those of whoever is in no directory. */
export const SessionsPart = () => {
  const open = useDialog();
  return (
    <section className="card ruled" aria-labelledby="sessions">
      <div className="list-title spread">
        <div>
          <h2 id="sessions">{words.sessionsEnded.title}</h2>
          <p className="small muted">{colleagueWords.sessionsLead}</p>
        </div>
        <button
          type="button"
          className="button dense no-print"
          onClick={() => open((close) => <EndSessionsForm onClose={close} />)}
        >
          {colleagueWords.endOthers}
        </button>
      </div>
      <SessionsEndedList />
    </section>
  );
};
