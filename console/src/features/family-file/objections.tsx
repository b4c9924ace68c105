import { useState } from 'react';
import { type Answer, type Known, known, listOf } from '../../graph/known.rules.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { sayDay } from '../../time/city-time.rules.ts';
import { AbsentTag, PartialNote } from '../../ui/absent.tsx';
import { useDialog } from '../../ui/dialogs.tsx';
import { NotYetTold } from '../../ui/not-yet-told.tsx';
import type { Family, PartProps } from './file-page.tsx';
import { LiftForm, ObjectForm, type Objection } from './objection-forms.tsx';
import { mayWriteIn } from './support.rules.ts';
import { supportWords } from './support-words.ts';
import { useWriter } from './writer.ts';

const saidOf = ({ agency, category }: Objection): string =>
  supportWords.notFor(labels.AgencyKind[agency], labels.SharedCategory[category]);

const day = (on: string): string => sayDay(on, 'date', language);

type SaidProps = { readonly said: string; readonly to: string | undefined; readonly note: Known<string> };

const Words = ({ said, to, note }: SaidProps) => (
  <>
    <p className="faint">
      {said}
      {to ? `, ${supportWords.to(to)}` : ''}
    </p>
    {note.is === 'known' ? <p className="note-text small">{note.value}</p> : null}
    {note.is === 'known' || note.is === 'none' ? null : <AbsentTag part={note} none="" />}
  </>
);

/** What was said of the one at this place: not shared with the agency that it is about. */
const wordsAt = (answer: Answer<unknown>, { index, ...said }: Placed, what: 'note' | 'liftReason') =>
  known(answer, ['family', 'objections', index, what], said.objection[what]);

type Placed = { readonly objection: Objection; readonly index: number };
type LineProps = Placed & {
  readonly answer: Answer<unknown>;
  readonly family: Family;
  readonly onTold: (notYet: readonly string[]) => void;
};

const InForce = (props: LineProps) => {
  const { answer, objection, family, onTold } = props;
  const open = useDialog();
  const mayWrite = mayWriteIn(family.supportTeam ?? [], useWriter());
  const { saidBy, saidOn, toldTo } = objection;
  return (
    <li className="side-line">
      <p>{saidOf(objection)}</p>
      <Words
        said={supportWords.saidBy(saidBy?.firstName ?? '', day(saidOn))}
        to={toldTo?.name}
        note={wordsAt(answer, props, 'note')}
      />
      {mayWrite ? (
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

type TakenBackProps = { readonly answer: Answer<unknown>; readonly objections: readonly Placed[] };

const TakenBack = ({ answer, objections }: TakenBackProps) =>
  objections.length > 0 ? (
    <details className="history">
      <summary>{supportWords.noMore(objections.length)}</summary>
      <ul>
        {objections.map(({ objection, index }) => (
          <li key={objection.id} className="side-line small">
            <p>{saidOf(objection)}</p>
            <Words
              said={supportWords.takenBack(
                objection.liftSaidBy?.firstName ?? '',
                day(objection.liftedOn ?? objection.saidOn),
              )}
              to={objection.liftToldTo?.name}
              note={wordsAt(answer, { objection, index }, 'liftReason')}
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
  const objections = listOf(part).map((objection, index) => ({ objection, index }));
  const inForce = objections.filter(({ objection }) => objection.isInForce);
  const isRead = part.is === 'known' || part.is === 'none';
  const mayWrite = mayWriteIn(family.supportTeam ?? [], useWriter());
  return (
    <section className="card side-part" aria-labelledby="objections">
      <h2 id="objections">{supportWords.objections}</h2>
      {isRead && inForce.length === 0 ? <p className="faint">{supportWords.noObjection}</p> : null}
      {part.is === 'known' || part.is === 'none' ? null : (
        <AbsentTag part={part} none={supportWords.noObjection} />
      )}
      <ul>
        {inForce.map((placed) => (
          <InForce key={placed.objection.id} {...placed} answer={answer} family={family} onTold={setNotYet} />
        ))}
      </ul>
      <PartialNote part={part} />
      <NotYetTold agencies={notYet} />
      <TakenBack answer={answer} objections={objections.filter(({ objection }) => !objection.isInForce)} />
      {isRead && mayWrite ? (
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
