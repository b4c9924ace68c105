import { OnePlacement } from '../../graph/asked/one-placement.ts';
import type { OnePlacementQuery } from '../../graph/asked/types.ts';
import { type Answer, known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { useLastKnown } from '../../graph/use-last-known.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { dayOf, sayDay, sayNearDay, timeOf } from '../../time/city-time.rules.ts';
import { weekInWords } from '../../time/week.rules.ts';
import { AbsentBlock, AbsentTag } from '../../ui/absent.tsx';
import { KeptNotice } from '../../ui/kept-notice.tsx';
import { NotRead } from '../../ui/read-page.tsx';
import { ActForm } from './act-form.tsx';
import { placementWords } from './words.ts';

export type Placement = NonNullable<OnePlacementQuery['placement']>;

const day = (of: string) => sayDay(of, 'date', language);
const hours = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });

type PartProps = { readonly placement: Placement; readonly answer: Answer<OnePlacementQuery> };

const Whose = ({ placement, answer }: PartProps) => {
  const family = known(answer, ['placement', 'family'], placement.family);
  const reference = family.is === 'known' ? family.value.reference : undefined;
  return (
    <div className="spread">
      <h2>
        {placement.child.firstName}{' '}
        {family.is === 'known' ? (
          <span className="muted">· {family.value.displayName}</span>
        ) : (
          <AbsentTag part={family} none="" />
        )}
      </h2>
      {reference ? (
        <Link to="/families/$reference" params={{ reference }} className="button dense no-print">
          {placementWords.openFile}
        </Link>
      ) : null}
    </div>
  );
};

const Facts = ({ placement }: Pick<PartProps, 'placement'>) => {
  const { section, kind, status, isInsertionContract, startsOn, endsOn, endReason } = placement;
  return (
    <div>
      <p>
        <b>{section.centre.name}</b> <span className="muted">· {section.name}</span>{' '}
        <span className="tag">{labels.PlacementStatus[status]}</span>{' '}
        {isInsertionContract ? <span className="tag">{placementWords.insertion}</span> : null}
      </p>
      <p>
        {labels.CareKind[kind]}, {placementWords.period(day(startsOn), day(endsOn))}
      </p>
      <p className="small figures">
        {placementWords.hours(hours.format(placement.weeklyHours))} :{' '}
        {weekInWords(placement.weeklyPattern, words.weekdays).join(' ; ')}
      </p>
      {endReason ? <p className="small muted">{placementWords.ended(endReason)}</p> : null}
    </div>
  );
};

const Pauses = ({ placement: { pauses } }: Pick<PartProps, 'placement'>) =>
  pauses.length === 0 ? null : (
    <div>
      <h3>{placementWords.pauses}</h3>
      <ul className="dated">
        {pauses.map(({ id, kind, startsOn, endsOn, reason }) => (
          <li key={id} className="small">
            {labels.PauseKind[kind]} {placementWords.period(day(startsOn), day(endsOn))}
            <span className="muted"> · {reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );

const History = ({ placement }: Pick<PartProps, 'placement'>) => (
  <details>
    <summary>{placementWords.history}</summary>
    <ul className="dated">
      {placement.history.map(({ id, at, sentence }) => (
        <li key={id} className="small">
          <span className="faint">{sayNearDay(dayOf(at), dayOf(Date.now()), words.near, language)} · </span>
          {sentence}
        </li>
      ))}
    </ul>
  </details>
);

/** One placement, and what can be done with it. */
export const ChosenPlacement = ({ id }: { readonly id: string }) => {
  const { data, error, refetch } = useAnswer(OnePlacement, { id });
  const shown = useLastKnown(
    data && { of: id, answer: data, part: known(data, ['placement'], data.data.placement) },
  );
  const onAgain = () => void refetch();
  if (!shown)
    return (
      <div className="card placement-chosen">
        <NotRead error={error} onAgain={onAgain} />
      </div>
    );
  const { answer, part, isOld } = shown;
  if (part.is !== 'known')
    return (
      <div className="card placement-chosen">
        <AbsentBlock part={part} none={placementWords.gone} owner="care" onAgain={onAgain} />
      </div>
    );
  const placement = part.value;
  return (
    <section className="card placement-chosen" aria-label={placement.child.firstName ?? placementWords.title}>
      <KeptNotice said={isOld ? placementWords.kept(timeOf(answer.askedAt)) : undefined} />
      <Whose placement={placement} answer={answer} />
      <Facts placement={placement} />
      <Pauses placement={placement} />
      <ActForm placement={placement} />
      <History placement={placement} />
    </section>
  );
};
