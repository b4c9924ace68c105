import { saySpan } from '../../cover/cover.rules.ts';
import { type Known, known, listOf } from '../../graph/known.rules.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { mayRegister } from '../../shell/places.rules.ts';
import { ageInMonths, dayOf, sayDay, sayNearDay } from '../../time/city-time.rules.ts';
import { weekInWords } from '../../time/week.rules.ts';
import { AbsentBlock, AbsentTag, PartialNote } from '../../ui/absent.tsx';
import { ageInWords } from '../../ui/age.ts';
import type { Arrangement } from './end-own-arrangement.tsx';
import { isBeyondCare, weeklyByKind } from './file.rules.ts';
import type { Family, PartProps } from './file-page.tsx';
import { euros } from './money.ts';
import { OwnButtons } from './own-arrangement-forms.tsx';
import { fileWords } from './words.ts';
import { useWriter } from './writer.ts';

type Child = NonNullable<Family['children']>[number];
type Placement = NonNullable<Child['placements']>[number];
type Booking = NonNullable<Child['bookings']>[number];

const today = () => dayOf(Date.now());
const day = (of: string) => sayDay(of, 'date', language);

const hours = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });

/** Whoever coordinates care changes it where what that takes is shown first. */
const ChangeLink = ({ placement: { id, section } }: { readonly placement: Placement }) => {
  const person = useWriter();
  if (person?.role !== 'CARE_COORDINATOR') return null;
  return (
    <p className="small no-print">
      <Link to="/placements" search={{ placement: id, centre: section.centre.id }}>
        {fileWords.changePlacement}
        <span className="unseen">{section.centre.name}</span>
      </Link>
    </p>
  );
};

const PlacementLine = ({ placement }: { readonly placement: Placement }) => {
  const { section, kind, status, weeklyHours, weeklyPattern, startsOn, endsOn, monthlyEstimate } = placement;
  const isComing = startsOn > today();
  return (
    <li>
      <p>
        <b>{section.centre.name}</b>{' '}
        <span className="muted">
          · {section.name} · {labels.CareKind[kind]} · {labels.PlacementStatus[status]}
        </span>
      </p>
      <p className="small figures">
        {fileWords.hours(hours.format(weeklyHours))} :{' '}
        {weekInWords(weeklyPattern, words.weekdays).join(' ; ')}
      </p>
      <p className="faint">
        {isComing ? `${fileWords.from(day(startsOn))}, ` : ''}
        {fileWords.until(day(endsOn))}
        {monthlyEstimate?.cents ? ` · ${fileWords.about(euros(monthlyEstimate.cents))}` : ''}
      </p>
      {status === 'ENDED' ? null : <ChangeLink placement={placement} />}
    </li>
  );
};

const BookingLine = ({ booking }: { readonly booking: Booking }) => (
  <li className="small figures">
    {sayNearDay(dayOf(booking.startsAt), today(), words.near, language)}, {saySpan(booking)} ·{' '}
    {booking.section.centre.name} <span className="muted">({labels.CareKind[booking.kind]})</span>
  </li>
);

const single = ({ startsAt, endsAt }: Arrangement): string | undefined =>
  startsAt && endsAt
    ? `${sayNearDay(dayOf(startsAt), today(), words.near, language)}, ${saySpan({ startsAt, endsAt })}`
    : undefined;

const isCurrent = ({ endsOn, endsAt }: Arrangement): boolean =>
  endsAt ? Date.parse(endsAt) > Date.now() : endsOn === null || endsOn >= today();

type OwnProps = { readonly child: Child; readonly part: Known<readonly Arrangement[]> };

const OwnArrangements = ({ child, part }: OwnProps) => {
  const person = useWriter();
  const current = part.is === 'known' ? part.value.filter(isCurrent) : [];
  const mayWrite = mayRegister(person?.role) && (part.is === 'known' || part.is === 'none') && !isOld(child);
  return (
    <>
      {current.length > 0 ? <OwnList current={current} /> : null}
      {mayWrite ? <OwnButtons child={child} current={current} /> : null}
    </>
  );
};

const OwnList = ({ current }: { readonly current: readonly Arrangement[] }) => (
  <div>
    <p className="strong small">{fileWords.own}</p>
    <ul className="dated">
      {weeklyByKind(current, words.weekdays).map(({ kind, hours }) => (
        <li key={kind} className="small figures">
          {labels.OwnArrangementKind[kind]} · {hours.join(' ; ')}
        </li>
      ))}
      {current.map((each) =>
        single(each) ? (
          <li key={each.id} className="small figures">
            {labels.OwnArrangementKind[each.kind]} · {single(each)}
          </li>
        ) : null,
      )}
    </ul>
  </div>
);

const ageOf = ({ birthDate, expectedDate }: Child): string => {
  if (birthDate) return ageInWords(ageInMonths(birthDate, today()));
  return expectedDate ? fileWords.expectedOn(day(expectedDate)) : '';
};

const OPEN = new Set(['SUBMITTED', 'OFFERED', 'ACCEPTED', 'ALTERNATIVE_PROPOSED']);

const Requests = ({ child }: { readonly child: Child }) =>
  (child.careRequests ?? [])
    .filter(({ status }) => OPEN.has(status))
    .map(({ id, status, submittedAt }) => (
      <p key={id} id={`about-${id}`} tabIndex={-1} className="small">
        {fileWords.requests} : <b>{labels.CareRequestStatus[status]}</b>{' '}
        <span className="muted">{fileWords.since(day(dayOf(submittedAt)))}</span>
      </p>
    ));

const SHOWN_STATES = new Set(['ACTIVE', 'PLANNED', 'SUSPENDED']);

type PlacementsProps = { readonly part: Known<readonly Placement[]>; readonly none: string };

const Placements = ({ part, none }: PlacementsProps) => {
  if (part.is === 'away' || part.is === 'not-shared') return <AbsentTag part={part} none={none} />;
  const current = listOf(part).filter(({ status }) => SHOWN_STATES.has(status));
  if (current.length === 0) return <p className="faint">{none}</p>;
  return (
    <ul className="stack">
      {current.map((placement) => (
        <PlacementLine key={placement.id} placement={placement} />
      ))}
    </ul>
  );
};

const isOld = ({ birthDate }: Child): boolean =>
  birthDate !== null && isBeyondCare(ageInMonths(birthDate, today()));

/** Whoever registers families asks for their care as well. */
const AskLink = ({ child }: { readonly child: Child }) => {
  const role = useWriter()?.role;
  if (isOld(child) || !mayRegister(role)) return null;
  return (
    <p className="small no-print">
      <Link to="/care-request/$childId" params={{ childId: child.id }}>
        {fileWords.askForCare}
        <span className="unseen">{child.firstName}</span>
      </Link>
    </p>
  );
};

type ChildProps = { readonly child: Child; readonly index: number } & Pick<PartProps, 'answer'>;

const ChildPart = ({ child, index, answer }: ChildProps) => {
  const at = ['family', 'children', index];
  const placements = known(answer, [...at, 'placements'], child.placements);
  const occasional = (child.bookings ?? []).filter(({ placement }) => placement === null);
  return (
    <li id={`about-${child.id}`} tabIndex={-1} className="file-row child">
      <h3>
        {child.firstName} <span className="muted">{ageOf(child)}</span>
      </h3>
      {child.careAlerts && child.careAlerts.length > 0 ? (
        <p className="small wrong">
          {fileWords.alerts} : {child.careAlerts.join(' · ')}
        </p>
      ) : null}
      <Placements part={placements} none={isOld(child) ? fileWords.tooOld : fileWords.noPlacement} />
      {occasional.length > 0 ? (
        <ul className="dated">
          {occasional.map((booking) => (
            <BookingLine key={booking.id} booking={booking} />
          ))}
        </ul>
      ) : null}
      <OwnArrangements
        child={child}
        part={known(answer, [...at, 'ownArrangements'], child.ownArrangements)}
      />
      <Requests child={child} />
      <AskLink child={child} />
    </li>
  );
};

export const Care = ({ answer, family, onAgain }: PartProps) => {
  const children = known(answer, ['family', 'children'], family.children);
  return (
    <section className="card part of-care" aria-labelledby="care">
      <div className="part-head">
        <h2 id="care">{fileWords.care}</h2>
      </div>
      {children.is === 'known' ? (
        <ul>
          {children.value.map((child, index) => (
            <ChildPart key={child.id} child={child} index={index} answer={answer} />
          ))}
        </ul>
      ) : (
        <div className="part-body">
          <AbsentBlock part={children} none={fileWords.noChild} owner="care" onAgain={onAgain} />
        </div>
      )}
      <PartialNote part={children} />
    </section>
  );
};
