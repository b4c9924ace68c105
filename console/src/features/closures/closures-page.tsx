import { ClosuresToCome } from '../../graph/asked/closures-to-come.ts';
import { MyCentres } from '../../graph/asked/my-centres.ts';
import type { ClosuresToComeQuery } from '../../graph/asked/types.ts';
import { type Known, known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { useLastKnown } from '../../graph/use-last-known.ts';
import { language } from '../../messages/language.ts';
import type { ClosuresSearch } from '../../searches.rules.ts';
import { usePerson } from '../../shell/use-session.ts';
import { addDays, dayOf, sayDay } from '../../time/city-time.rules.ts';
import { AbsentBlock } from '../../ui/absent.tsx';
import { NoCentres } from '../../ui/no-centres.tsx';
import { AsOf, NotRead } from '../../ui/read-page.tsx';
import { CloseForm } from './close-form.tsx';
import { type Closed, closable, together } from './closures.rules.ts';
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
  /** Where its children go instead is for whoever coordinates. */
  readonly onChoose: (() => void) | undefined;
};

const OneCentre = ({ closureId, name, isLasting, isChosen, onChoose }: OneProps) => (
  <li className="spread">
    <span>{name}</span>
    <span className="row no-print">
      {onChoose ? (
        <button type="button" className="button dense" aria-pressed={isChosen} onClick={onChoose}>
          {closureWords.elsewhere}
          <span className="unseen">{name}</span>
        </button>
      ) : null}
      {isLasting ? null : <OpenAgainButton closureId={closureId} name={name} />}
    </span>
  </li>
);

type ListProps = Props & { readonly isOwn: boolean };

const Group = ({ of, search, onSearch, isOwn }: ListProps & { readonly of: Closed<Closure> }) => {
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
          onChoose={isOwn ? undefined : () => onSearch({ ...search, closure: closureId })}
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

type ToComeProps = ListProps & { readonly centres: readonly Centre[] };

const ToCome = ({ centres, ...props }: ToComeProps) => {
  const { search } = props;
  const groups = together(centres, search.centre ?? '');
  return (
    <section className="card closure-part" aria-labelledby="to-come">
      <h2 id="to-come">{closureWords.toCome}</h2>
      {groups.length === 0 ? <p className="faint">{closureWords.none}</p> : null}
      <ul>
        {groups.map((of) => (
          <Group key={of.key} of={of} {...props} />
        ))}
      </ul>
    </section>
  );
};

type Own = readonly { readonly id: string }[];

const ownOf = (part: Known<Own>): Own | undefined => {
  if (part.is === 'known') return part.value;
  return part.is === 'none' ? [] : undefined;
};

/** Those that one may close; nothing while it is not known which. */
const useClosable = () => {
  const today = dayOf(Date.now());
  const isOwn = usePerson()?.role === 'CENTRE_STAFF';
  const asked = useAnswer(ClosuresToCome, { from: today, to: addDays(today, DAYS_SHOWN) });
  const mine = useAnswer(MyCentres, {}, { isWanted: isOwn });
  const all = asked.data?.data.centres;
  // That early childhood is away is no answer: whoever writes a closure keeps the form.
  const kept = useLastKnown(
    mine.data && {
      of: 'mine',
      answer: mine.data,
      part: known(mine.data, ['me', 'centres'], mine.data.data.me?.centres),
    },
  );
  const own = kept?.part && ownOf(kept.part);
  const isKnown = all !== undefined && (!isOwn || own !== undefined);
  return {
    isOwn,
    centres: isKnown ? closable(all, isOwn ? own : undefined) : undefined,
    answer: asked.data,
    isFetching: asked.isFetching,
    error: asked.error ?? mine.error,
    /** Whose they are was asked, and early childhood did not say. */
    isUntold: isOwn && kept !== undefined && own === undefined,
    onAgain: () => void Promise.all([asked.refetch(), isOwn ? mine.refetch() : undefined]),
  };
};

type FoundProps = ListProps & { readonly centres: readonly Centre[] };

const Found = ({ centres, isOwn, search, onSearch }: FoundProps) => {
  // Whoever works in one centre need not choose it.
  const chosen = search.centre ?? (isOwn && centres.length === 1 ? centres[0]?.id : undefined);
  return (
    <div className="closures">
      <CloseForm
        centres={centres}
        centreId={chosen ?? ''}
        isOwn={isOwn}
        onCentre={(centre) => onSearch({ ...search, centre: centre || undefined })}
        onClosed={(closure) => onSearch({ ...search, ...(!isOwn && { closure }) })}
      />
      <div className="stack">
        {search.closure && !isOwn ? <LostPart key={search.closure} closureId={search.closure} /> : null}
        <ToCome centres={centres} search={search} onSearch={onSearch} isOwn={isOwn} />
      </div>
    </div>
  );
};

/** What a closure takes is seen before it is made; then each child finds another place. */
export const ClosuresPage = ({ search, onSearch }: Props) => {
  const { isOwn, centres, answer, isFetching, error, isUntold, onAgain } = useClosable();
  return (
    <div className="page">
      <div>
        <h1>{closureWords.title}</h1>
        <p className="muted">
          {isOwn ? closureWords.leadOwn : closureWords.lead}
          {answer ? (
            <>
              {' · '}
              <AsOf askedAt={answer.askedAt} isReading={isFetching} />
            </>
          ) : null}
        </p>
      </div>
      {centres || isUntold ? null : <NotRead error={error} onAgain={onAgain} />}
      {isUntold ? <AbsentBlock part={{ is: 'away' }} none="" owner="care" onAgain={onAgain} /> : null}
      {centres?.length === 0 ? (
        <section className="card">
          {isOwn ? <p className="list-title">{closureWords.noOwn}</p> : <NoCentres />}
        </section>
      ) : null}
      {centres && centres.length > 0 ? (
        <Found centres={centres} isOwn={isOwn} search={search} onSearch={onSearch} />
      ) : null}
    </div>
  );
};
