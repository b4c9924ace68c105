import { useState } from 'react';
import { saySpan } from '../../cover/cover.rules.ts';
import { PlacesOfDay } from '../../graph/asked/places-of-day.ts';
import { ServedByPlace } from '../../graph/asked/served-by-place.ts';
import type { PlacesOfDayQuery } from '../../graph/asked/types.ts';
import { known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { Link } from '../../routing/link.tsx';
import { sayDay, weekdayOf } from '../../time/city-time.rules.ts';
import { spansOf } from '../../time/spans.rules.ts';
import { AbsentBlock } from '../../ui/absent.tsx';
import { keptOn, type Terms, termsOn } from '../../ui/kept.rules.ts';
import { NotRead } from '../../ui/read-page.tsx';
import { KeptPart, type OfCentre } from './kept-part.tsx';
import { type Freed, freedPlace } from './places.rules.ts';
import { placesWords } from './words.ts';

type Section = NonNullable<NonNullable<PlacesOfDayQuery['centre']>['day']>['sections'][number];

const FREED: readonly Freed[] = ['WEEK', 'DAY'];
const percent = new Intl.NumberFormat(language, { style: 'percent' });
const score = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });

/** As many as are asked for. */
const SHOWN = 5;

type PlaceAsked = NonNullable<ReturnType<typeof freedPlace>>;

const Served = ({ sectionId, place }: { readonly sectionId: string; readonly place: PlaceAsked }) => {
  const { data: answer, error, refetch } = useAnswer(ServedByPlace, { id: sectionId, place });
  const onAgain = () => void refetch();
  if (!answer) return <NotRead error={error} onAgain={onAgain} />;
  const part = known(answer, ['section', 'wouldServeBest'], answer.data.section?.wouldServeBest);
  if (part.is !== 'known')
    return <AbsentBlock part={part} none={placesWords.nobody} owner="care" onAgain={onAgain} />;
  return (
    <>
      <ol className="dated">
        {part.value.map(({ careRequest, isWholeNeed, share }) => (
          <li key={careRequest.id} className="small">
            <b>{careRequest.child.firstName}</b>{' '}
            <span className="muted">{careRequest.family?.displayName}</span>
            <br />
            {labels.CareKind[careRequest.kind]},{' '}
            {placesWords.from(sayDay(careRequest.firstDay, 'date', language))} ·{' '}
            {isWholeNeed ? placesWords.whole : placesWords.share(percent.format(share))}
            {careRequest.priority ? ` · ${placesWords.score(score.format(careRequest.priority.score))}` : ''}{' '}
            <Link to="/waiting" search={{ request: careRequest.id }} className="no-print">
              {placesWords.openRequest}
              <span className="unseen">{careRequest.child.firstName}</span>
            </Link>
          </li>
        ))}
      </ol>
      {part.value.length === SHOWN ? <p className="small muted">{placesWords.five}</p> : null}
    </>
  );
};

const Whom = ({ of, date }: { readonly of: Section; readonly date: string }) => {
  const [freed, setFreed] = useState<Freed>();
  const place = freed && freedPlace(freed, date, of.halfHours);
  return (
    <fieldset className="places-whom no-print">
      <legend className="small strong">
        {placesWords.whom}
        <span className="unseen">{of.section.name}</span>
      </legend>
      <div className="row">
        {FREED.map((each) => (
          <button
            key={each}
            type="button"
            className="button dense"
            aria-pressed={each === freed}
            onClick={() => setFreed(each)}
          >
            {placesWords.freed[each]}
            <span className="unseen">{of.section.name}</span>
          </button>
        ))}
      </div>
      {place ? <Served sectionId={of.section.id} place={place} /> : null}
    </fieldset>
  );
};

type SectionProps = { readonly of: Section; readonly date: string; readonly terms: Terms };

const freeIn = (of: Section['halfHours'][number]): string => `${of.freePlaces} ${of.freeEmergencyPlaces}`;

const SectionPart = ({ of, date, terms }: SectionProps) => (
  <li className="places-section">
    <h3>
      {of.section.name}{' '}
      <span className="muted small">
        {placesWords.ages(of.section.minAgeMonths, of.section.maxAgeMonths)}
      </span>
    </h3>
    <ul className="places-spans">
      {spansOf(of.halfHours, freeIn).map((span) => (
        <li key={span.startsAt} className={span.freePlaces > 0 ? 'free' : 'full'}>
          <span className="figures">{saySpan(span)}</span> <b>{placesWords.free(span.freePlaces)}</b>
          {span.freePlaces === 0 && span.freeEmergencyPlaces > 0 ? (
            <span className="muted"> · {placesWords.emergency(span.freeEmergencyPlaces)}</span>
          ) : null}
        </li>
      ))}
    </ul>
    {keptOn(terms, of.section.id, weekdayOf(date)).map(({ from, to, places }) => (
      <p key={from} className="small muted figures">
        {placesWords.keptHere(places, from.slice(0, 5), to.slice(0, 5))}
      </p>
    ))}
    <Whom of={of} date={date} />
  </li>
);

type OfDay = NonNullable<OfCentre['day']>;
type SectionsProps = { readonly of: OfDay; readonly date: string; readonly terms: Terms };

const Sections = ({ of: { sections, closureReason }, date, terms }: SectionsProps) => {
  if (closureReason) return <p className="wrong">{placesWords.closed(closureReason)}</p>;
  if (!sections.some(({ halfHours }) => halfHours.length > 0))
    return <p className="muted">{placesWords.closedDay}</p>;
  return (
    <ul>
      {sections.map((of) => (
        <SectionPart key={of.section.id} of={of} date={date} terms={terms} />
      ))}
    </ul>
  );
};

/** A day of a centre: its free places, whom one would serve, and what is kept for emergencies. */
export const DayPlaces = ({ centreId, date }: { readonly centreId: string; readonly date: string }) => {
  const { data: answer, error, refetch } = useAnswer(PlacesOfDay, { id: centreId, date });
  const onAgain = () => void refetch();
  const centre = answer?.data.centre;
  const part = answer && known(answer, ['centre', 'day'], centre?.day);
  return (
    <section className="card places-day" aria-labelledby="places-day">
      <h2 id="places-day">{placesWords.day(centre?.name ?? '', sayDay(date, 'short', language))}</h2>
      {part ? null : <NotRead error={error} onAgain={onAgain} />}
      {part?.is === 'known' && centre ? (
        <Sections of={part.value} date={date} terms={termsOn(centre, date)} />
      ) : null}
      {part && part.is !== 'known' ? (
        <AbsentBlock part={part} none={placesWords.gone} owner="care" onAgain={onAgain} />
      ) : null}
      {centre ? <KeptPart centre={centre} date={date} /> : null}
    </section>
  );
};
