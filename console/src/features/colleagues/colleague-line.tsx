import type { ReactNode } from 'react';
import { agencyName } from '../../messages/agency.ts';
import { labels } from '../../messages/labels.ts';
import { dayOf } from '../../time/city-time.rules.ts';
import { useDialog } from '../../ui/dialogs.tsx';
import { Phone } from '../../ui/phone.tsx';
import { type Colleague, day, saidAway } from './colleague.ts';
import { type Keeping, mayEndSessions, mayKeep } from './colleagues.rules.ts';
import { EntryForm } from './entry-forms.tsx';
import { AbsenceForm, BackForm, DepartureForm } from './keep-forms.tsx';
import { EndSessionsForm } from './sessions-part.tsx';
import { TakeOverForm } from './take-over-form.tsx';
import { colleagueWords } from './words.ts';

type LineProps = { readonly of: Colleague; readonly keeping: Keeping };

const isAwayOrWillBe = ({ absentFrom, absentTo }: Colleague): boolean =>
  absentFrom !== null && (absentTo === null || absentTo > dayOf(Date.now()));

type ShownForm = (close: () => void) => ReactNode;
type ActProps = { readonly of: Colleague; readonly label: string; readonly shown: ShownForm };

const Act = ({ of, label, shown }: ActProps) => {
  const open = useDialog();
  return (
    <button type="button" className="button dense" onClick={() => open(shown)}>
      {label}
      <span className="unseen">{of.name}</span>
    </button>
  );
};

const Absence = ({ of }: { readonly of: Colleague }) => {
  const isAway = isAwayOrWillBe(of);
  return (
    <>
      <Act
        of={of}
        label={isAway ? colleagueWords.absenceOtherwise : colleagueWords.absence}
        shown={(close) => <AbsenceForm of={of} isNoted={isAway} onClose={close} />}
      />
      {isAway ? (
        <Act of={of} label={colleagueWords.back} shown={(close) => <BackForm of={of} onClose={close} />} />
      ) : null}
    </>
  );
};

/** What is done most stands first; what shuts somebody out comes last. */
const Keep = ({ of, keeping }: LineProps) => (
  <details className="colleague-acts no-print">
    <summary className="button dense">
      {colleagueWords.keep}
      <span className="unseen">{of.name}</span>
    </summary>
    <p className="row">
      {mayKeep(of, keeping) ? (
        <>
          <Absence of={of} />
          <Act
            of={of}
            label={colleagueWords.takeOver}
            shown={(close) => <TakeOverForm of={of} onClose={close} />}
          />
          <Act
            of={of}
            label={colleagueWords.entry}
            shown={(close) => <EntryForm of={of} onClose={close} />}
          />
          <Act
            of={of}
            label={colleagueWords.departure}
            shown={(close) => <DepartureForm of={of} onClose={close} />}
          />
        </>
      ) : null}
      {mayEndSessions(of, keeping) ? (
        <Act
          of={of}
          label={colleagueWords.endSessions}
          shown={(close) => <EndSessionsForm sub={of.sub} name={of.name} onClose={close} />}
        />
      ) : null}
    </p>
  </details>
);

export const ColleagueLine = ({ of, keeping }: LineProps) => (
  <li className="colleague">
    <div>
      <p className="row">
        <b>{of.name}</b>
        {of.isAbsent && !of.hasDeparted ? <span className="tag late">{saidAway(of)}</span> : null}
      </p>
      <p className="small muted">
        {[labels.ProfessionalRole[of.role], agencyName(of.agency), of.place].filter(Boolean).join(' · ')}
      </p>
      <p className="small">
        {[
          of.departedOn ? colleagueWords.departed(day(of.departedOn)) : '',
          !of.isAbsent && isAwayOrWillBe(of) ? saidAway(of) : '',
          of.standIn && isAwayOrWillBe(of) ? colleagueWords.standIn(of.standIn.name) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
    {of.phone ? <Phone number={of.phone} name={of.name} /> : null}
    {mayKeep(of, keeping) || mayEndSessions(of, keeping) ? <Keep of={of} keeping={keeping} /> : null}
  </li>
);
