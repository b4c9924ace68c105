import { ClosuresToCome } from '../../graph/asked/closures-to-come.ts';
import type { ClosuresToComeQuery } from '../../graph/asked/types.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { language } from '../../messages/language.ts';
import type { ClosuresSearch } from '../../searches.rules.ts';
import { addDays, dayOf, sayDay } from '../../time/city-time.rules.ts';
import { NoCentres } from '../../ui/no-centres.tsx';
import { AsOf, NotRead } from '../../ui/read-page.tsx';
import { CloseForm } from './close-form.tsx';
import { type Closed, together } from './closures.rules.ts';
import { LostPart } from './lost-part.tsx';
import { OpenAgainButton } from './open-again-button.tsx';
import { closureWords } from './words.ts';
import './closures.css';

type Props = { readonly search: ClosuresSearch; readonly onSearch: (search: ClosuresSearch) => void };
type Centre = ClosuresToComeQuery['centres'][number];
type Closure = Centre['closures'][number];

const DAYS_SHOWN = 92;
const day = (of: string) => sayDay(of, 'short', language);

const daysOf = ({ startsOn, endsOn }: Closure): string =>
  startsOn === endsOn ? day(startsOn) : closureWords.days(day(startsOn), day(endsOn));

const hoursOf = ({ opensAt, closesAt }: Closure): string =>
  closureWords.hours(opensAt?.slice(0, 5) ?? '', closesAt?.slice(0, 5) ?? '');

type OneProps = {
  readonly closureId: string;
  readonly name: string;
  readonly isLasting: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

const OneCentre = ({ closureId, name, isLasting, isChosen, onChoose }: OneProps) => (
  <li className="spread">
    <span>{name}</span>
    <span className="row no-print">
      <button type="button" className="button dense" aria-pressed={isChosen} onClick={onChoose}>
        {closureWords.elsewhere}
        <span className="unseen">{name}</span>
      </button>
      {isLasting ? null : <OpenAgainButton closureId={closureId} name={name} />}
    </span>
  </li>
);

const Group = ({ of, search, onSearch }: Props & { readonly of: Closed<Closure> }) => {
  const { first, centres } = of;
  const list = (
    <ul className="closure-centres">
      {centres.map(({ closureId, name }) => (
        <OneCentre
          key={closureId}
          closureId={closureId}
          name={name}
          isLasting={first.isLasting}
          isChosen={search.closure === closureId}
          onChoose={() => onSearch({ ...search, closure: closureId })}
        />
      ))}
    </ul>
  );
  return (
    <li className="closure">
      <p>
        <b className="figures closure-days">{daysOf(first)}</b>{' '}
        <span className="muted">
          {[hoursOf(first), first.reason, first.isLasting ? closureWords.lasting : '']
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      {centres.length > 1 ? (
        <details>
          <summary>{closureWords.centres(centres.length)}</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </li>
  );
};

const ToCome = ({ centres, search, onSearch }: Props & { readonly centres: readonly Centre[] }) => {
  const groups = together(centres, search.centre ?? '');
  return (
    <section className="card closure-part" aria-labelledby="to-come">
      <h2 id="to-come">{closureWords.toCome}</h2>
      {groups.length === 0 ? <p className="faint">{closureWords.none}</p> : null}
      <ul>
        {groups.map((of) => (
          <Group key={of.key} of={of} search={search} onSearch={onSearch} />
        ))}
      </ul>
    </section>
  );
};

/** What a closure takes is seen before it is made; then each child finds another place. */
export const ClosuresPage = ({ search, onSearch }: Props) => {
  const today = dayOf(Date.now());
  const span = { from: today, to: addDays(today, DAYS_SHOWN) };
  const { data: answer, error, isFetching, refetch } = useAnswer(ClosuresToCome, span);
  const centres = answer?.data.centres ?? [];
  return (
    <div className="page">
      <div>
        <h1>{closureWords.title}</h1>
        <p className="muted">
          {closureWords.lead}
          {answer ? (
            <>
              {' · '}
              <AsOf askedAt={answer.askedAt} isReading={isFetching} />
            </>
          ) : null}
        </p>
      </div>
      {answer ? null : <NotRead error={error} onAgain={() => void refetch()} />}
      {answer?.data.centres.length === 0 ? (
        <section className="card">
          <NoCentres />
        </section>
      ) : (
        <div className="closures">
          <CloseForm
            centres={centres}
            centreId={search.centre ?? ''}
            onCentre={(centre) => onSearch({ ...search, centre: centre || undefined })}
            onClosed={(closure) => onSearch({ ...search, closure })}
          />
          <div className="stack">
            {search.closure ? <LostPart key={search.closure} closureId={search.closure} /> : null}
            {answer ? <ToCome centres={centres} search={search} onSearch={onSearch} /> : null}
          </div>
        </div>
      )}
    </div>
  );
};
