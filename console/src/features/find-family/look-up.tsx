import { useState } from 'react';
import { emergencyWords } from '../../emergency/words.ts';
import { AskWhetherKnown } from '../../graph/asked/ask-whether-known.ts';
import type { AskWhetherKnownMutation } from '../../graph/asked/types.ts';
import { change } from '../../graph/change.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { followsFamilies, mayRegister } from '../../shell/places.rules.ts';
import { usePerson } from '../../shell/use-session.ts';
import { dayOf } from '../../time/city-time.rules.ts';
import { useDialog } from '../../ui/dialogs.tsx';
import { AskToFollowPart } from './ask-to-follow.tsx';
import { forgetAsked, keepAsked } from './asked.ts';
import { EmergencyForm } from './emergency-form.tsx';
import type { Asked } from './register.rules.ts';
import { familiesWords } from './words.ts';

type Lookup = NonNullable<NonNullable<AskWhetherKnownMutation['lookUpFamily']>['lookup']>;

type Result =
  | { readonly is: 'answered'; readonly lookup: Lookup }
  | { readonly is: 'refused'; readonly message: string };

export const askWhetherKnown = async (surname: string, childBirthDate: string): Promise<Result> => {
  const changed = await change(
    AskWhetherKnown,
    { input: { surname, childBirthDate } },
    (data) => data.lookUpFamily,
  );
  if (changed.is === 'refused') return changed;
  const { lookup } = changed.payload;
  return lookup ? { is: 'answered', lookup } : { is: 'refused', message: words.failure.network };
};

type HandleProps = { readonly handle: string; readonly asked: Asked };

/** What was looked up is good for one of the two: to ask to follow it, or to read it now. */
const FoundClosed = ({ handle, asked }: HandleProps) => {
  const open = useDialog();
  const role = usePerson()?.role;
  const [used, setUsed] = useState<'asked' | 'opened'>();
  const isFollower = role !== undefined && followsFamilies(role);
  return (
    <>
      {used === 'opened' ? (
        <p className="small muted">{familiesWords.lookUp.againToFollow}</p>
      ) : (
        <AskToFollowPart handle={handle} asked={asked} onAsked={() => setUsed('asked')} />
      )}
      {isFollower && used === 'asked' ? (
        <p className="small muted">{familiesWords.lookUp.againToRead}</p>
      ) : null}
      {isFollower && used === undefined ? (
        <p>
          <button
            type="button"
            className="button plain dense"
            onClick={() =>
              open((close) => (
                <EmergencyForm
                  handle={handle}
                  asked={asked}
                  onRecorded={() => setUsed('opened')}
                  onClose={close}
                />
              ))
            }
          >
            {emergencyWords.open}
          </button>
        </p>
      ) : null}
    </>
  );
};

const Told = ({ result, asked }: { readonly result: Result; readonly asked: Asked }) => {
  if (result.is === 'refused')
    return (
      <p className="wrong" role="alert">
        {result.message}
      </p>
    );
  const { handle } = result.lookup;
  return (
    <>
      <div className="notice" role="status">
        <div>
          <p className="strong">
            {result.lookup.exists ? familiesWords.lookUp.yes : familiesWords.lookUp.no}
          </p>
          <p>{result.lookup.nextStep}</p>
        </div>
      </div>
      {handle ? <FoundClosed key={handle} handle={handle} asked={asked} /> : null}
    </>
  );
};

type LookUpProps = { readonly onAnswered?: (asked: Asked, exists: boolean) => void };

/** Before a file is made: is there one already? What was typed stays, whatever is answered. */
export const LookUp = ({ onAnswered }: LookUpProps) => {
  const [surname, setSurname] = useState('');
  const [birthDate, setBirthDate] = useState('');
  const [told, setTold] = useState<{ readonly of: Asked; readonly result: Result }>();
  const [isAsking, setAsking] = useState(false);
  const role = usePerson()?.role;
  // An answer is of what was asked: of another name, or another day, nothing is known, and nobody is asked to follow it.
  const isOfThis = told?.of.surname === surname.trim() && told.of.birthDate === birthDate;
  const result = isOfThis ? told.result : undefined;
  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    setAsking(true);
    const asked = { surname: surname.trim(), birthDate };
    const answer = await askWhetherKnown(asked.surname, birthDate);
    setAsking(false);
    setTold({ of: asked, result: answer });
    if (answer.is !== 'answered') return;
    if (answer.lookup.exists) forgetAsked();
    if (!answer.lookup.exists) keepAsked(asked);
    onAnswered?.(asked, answer.lookup.exists);
  };
  return (
    <section className="card side families-look-up" aria-labelledby="look-up">
      <h2 id="look-up">{familiesWords.lookUp.title}</h2>
      <p className="muted small">{familiesWords.lookUp.lead}</p>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <div className="field">
          <label htmlFor="surname">{familiesWords.lookUp.surname}</label>
          <input
            id="surname"
            className="input"
            required
            autoComplete="off"
            value={surname}
            onChange={({ target }) => setSurname(target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="birth-date">{familiesWords.lookUp.birthDate}</label>
          <input
            id="birth-date"
            type="date"
            className="input"
            required
            max={dayOf(Date.now())}
            value={birthDate}
            onChange={({ target }) => setBirthDate(target.value)}
          />
        </div>
        {result ? <Told result={result} asked={{ surname: surname.trim(), birthDate }} /> : null}
        {result?.is === 'answered' && !result.lookup.exists && mayRegister(role) && !onAnswered ? (
          <p>
            <Link to="/register" className="button primary">
              {familiesWords.register}
            </Link>
          </p>
        ) : null}
        <div>
          <button type="submit" className="button" disabled={isAsking}>
            {isAsking ? familiesWords.lookUp.asking : familiesWords.lookUp.ask}
          </button>
        </div>
      </form>
    </section>
  );
};
