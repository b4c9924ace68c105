import { useState } from 'react';
import { known, listOf } from '../../graph/known.rules.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { sayDay } from '../../time/city-time.rules.ts';
import { AbsentTag, PartialNote } from '../../ui/absent.tsx';
import { useDialog } from '../../ui/dialogs.tsx';
import { NotYetTold } from '../../ui/not-yet-told.tsx';
import type { Family, PartProps } from './file-page.tsx';
import { LiftForm, ObjectForm, type Objection } from './objection-forms.tsx';
import { supportWords } from './support-words.ts';
import { useWriter } from './writer.ts';

const saidOf = ({ agency, category }: Objection): string =>
  supportWords.notFor(labels.AgencyKind[agency], labels.SharedCategory[category]);

const day = (on: string): string => sayDay(on, 'date', language);

const Words = ({ said, to, note }: { said: string; to: string | undefined; note: string | null }) => (
  <>
    <p className="faint">
      {said}
      {to ? `, ${supportWords.to(to)}` : ''}
    </p>
    {note ? <p className="note-text small">{note}</p> : null}
  </>
);

type LineProps = {
  readonly objection: Objection;
  readonly family: Family;
  readonly onTold: (notYet: readonly string[]) => void;
};

const InForce = ({ objection, family, onTold }: LineProps) => {
  const open = useDialog();
  const isWriter = useWriter() !== undefined;
  const { saidBy, saidOn, toldTo, note } = objection;
  return (
    <li className="side-line">
      <p>{saidOf(objection)}</p>
      <Words said={supportWords.saidBy(saidBy?.firstName ?? '', day(saidOn))} to={toldTo?.name} note={note} />
      {isWriter ? (
        <p className="no-print">
          <button
            type="button"
            className="button plain dense"
            onClick={() =>
              open((close) => (
                <LiftForm family={family} objection={objection} onTold={onTold} onClose={close} />
              ))
            }
          >
            {supportWords.lift}
            <span className="unseen">{saidOf(objection)}</span>
          </button>
        </p>
      ) : null}
    </li>
  );
};

const TakenBack = ({ objections }: { readonly objections: readonly Objection[] }) =>
  objections.length > 0 ? (
    <details className="history">
      <summary>{supportWords.noMore(objections.length)}</summary>
      <ul>
        {objections.map((objection) => (
          <li key={objection.id} className="side-line small">
            <p>{saidOf(objection)}</p>
            <Words
              said={supportWords.takenBack(
                objection.liftSaidBy?.firstName ?? '',
                day(objection.liftedOn ?? objection.saidOn),
              )}
              to={objection.liftToldTo?.name}
              note={objection.liftReason}
            />
          </li>
        ))}
      </ul>
    </details>
  ) : null;

/** What the family does not want shared, and with whom; recorded, and taken back, as it says so. */
export const ObjectionsPart = ({ answer, family }: PartProps) => {
  const open = useDialog();
  const [notYet, setNotYet] = useState<readonly string[]>([]);
  const part = known(answer, ['family', 'objections'], family.objections);
  const objections = listOf(part);
  const inForce = objections.filter(({ isInForce }) => isInForce);
  const isRead = part.is === 'known' || part.is === 'none';
  const isWriter = useWriter() !== undefined;
  return (
    <section className="card side-part" aria-labelledby="objections">
      <h2 id="objections">{supportWords.objections}</h2>
      {isRead && inForce.length === 0 ? <p className="faint">{supportWords.noObjection}</p> : null}
      {part.is === 'known' || part.is === 'none' ? null : (
        <AbsentTag part={part} none={supportWords.noObjection} />
      )}
      <ul>
        {inForce.map((objection) => (
          <InForce key={objection.id} objection={objection} family={family} onTold={setNotYet} />
        ))}
      </ul>
      <PartialNote part={part} />
      <NotYetTold agencies={notYet} />
      <TakenBack objections={objections.filter(({ isInForce }) => !isInForce)} />
      {isRead && isWriter ? (
        <p className="no-print">
          <button
            type="button"
            className="button dense"
            onClick={() => open((close) => <ObjectForm family={family} onTold={setNotYet} onClose={close} />)}
          >
            {supportWords.object}
          </button>
        </p>
      ) : null}
    </section>
  );
};
