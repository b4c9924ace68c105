import { SmallLanes } from '../../cover/lanes.tsx';
import { OneSeeker } from '../../graph/asked/one-seeker.ts';
import type { OneSeekerQuery } from '../../graph/asked/types.ts';
import { type Answer, known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { useLastKnown } from '../../graph/use-last-known.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { dayOf, mondayOf, sayDay, sayNearDay, timeOf } from '../../time/city-time.rules.ts';
import { AbsentBlock, AbsentTag } from '../../ui/absent.tsx';
import { CoverChip } from '../../ui/cover-chip.tsx';
import { Icon } from '../../ui/icons.tsx';
import { KeptNotice } from '../../ui/kept-notice.tsx';
import { Phone } from '../../ui/phone.tsx';
import { AsOf, NotRead } from '../../ui/read-page.tsx';
import { ContractPart } from './contract-part.tsx';
import { FollowUpsPart } from './follow-ups-part.tsx';
import { ReturnsPart } from './returns-part.tsx';
import { ASKED, mayGoOn, nameOf, ownOf } from './seekers.rules.ts';
import { seekerWords } from './words.ts';
import './seekers.css';

export type Seeker = NonNullable<OneSeekerQuery['jobSeeker']>;
export type SeekerProps = { readonly seeker: Seeker };
type PartProps = SeekerProps & { readonly answer: Answer<OneSeekerQuery> };

const day = (of: string) => sayDay(of, 'date', language);
const near = (instant: string) => sayNearDay(dayOf(instant), dayOf(Date.now()), words.near, language);
const figure = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
const languageNames = new Intl.DisplayNames([language], { type: 'language' });

const Reached = ({ seeker, answer }: PartProps) => {
  const { adult } = seeker;
  const phone = known(answer, ['jobSeeker', 'adult', 'phone'], adult.phone);
  const name = nameOf(seeker, seekerWords.nameless);
  return (
    <>
      {phone.is === 'known' ? <Phone number={phone.value} name={name} /> : <AbsentTag part={phone} none="" />}
      {adult.preferredLanguage && adult.preferredLanguage !== 'fr' ? (
        <span className="row">
          <Icon name="speech" />
          {seekerWords.speaks(languageNames.of(adult.preferredLanguage) ?? adult.preferredLanguage)}
        </span>
      ) : null}
      {adult.needsInterpreter ? <span className="tag">{seekerWords.interpreter}</span> : null}
    </>
  );
};

const standing = ({ status, registeredOn, closedOn, category, romeCode }: Seeker): string =>
  [
    status === 'CLOSED' && closedOn
      ? seekerWords.closed(day(closedOn))
      : seekerWords.registered(day(registeredOn)),
    seekerWords.category(category),
    romeCode,
  ]
    .filter(Boolean)
    .join(' · ');

const Head = ({ seeker, answer, isReading }: PartProps & { readonly isReading: boolean }) => (
  <div className="spread">
    <div className="stack">
      <div>
        <h1>
          {nameOf(seeker, seekerWords.nameless)}{' '}
          <span className="faint figures">{seeker.family?.reference}</span>
        </h1>
        <p className="muted">
          {standing(seeker)} · <AsOf askedAt={answer.askedAt} isReading={isReading} />
        </p>
      </div>
      <div className="row">
        <Reached seeker={seeker} answer={answer} />
      </div>
    </div>
    {seeker.status === 'OPEN' ? (
      <Link to="/plan" search={{ seeker: seeker.id }} className="button primary no-print">
        {seekerWords.plan}
      </Link>
    ) : null}
  </div>
);

type Milestones = NonNullable<NonNullable<Seeker['family']>['milestones']>;
type Upcoming = Milestones['edges'][number]['node'];

type StepProps = {
  readonly milestone: Upcoming;
  readonly index: number;
  readonly answer: PartProps['answer'];
};

const Step = ({ milestone, index, answer }: StepProps) => {
  const { id, startsAt, endsAt, title, kind, childcareCover } = milestone;
  const path = ['jobSeeker', 'family', 'milestones', 'edges', index, 'node', 'childcareCover'];
  const cover = known(answer, path, childcareCover);
  return (
    <li className="seeker-step" id={`about-${id}`}>
      <div className="spread">
        <p>
          <b className="figures">
            {near(startsAt)}, {timeOf(startsAt)} – {timeOf(endsAt)}
          </b>{' '}
          <span className="muted">{title ?? (kind ? labels.MilestoneKind[kind] : '')}</span>
        </p>
        {cover.is === 'known' ? (
          <CoverChip status={cover.value.status} />
        ) : (
          <AbsentTag part={cover} none={seekerWords.noCover} />
        )}
      </div>
      {cover.is === 'known' ? <SmallLanes cover={cover.value} /> : null}
      <p className="small no-print">
        <Link to="/week" search={{ monday: mondayOf(dayOf(startsAt)), show: 'all' }}>
          {seekerWords.inWeek}
          <span className="unseen">{near(startsAt)}</span>
        </Link>
      </p>
    </li>
  );
};

const UpcomingPart = ({ seeker, answer }: PartProps) => {
  const part = known(answer, ['jobSeeker', 'family', 'milestones'], seeker.family?.milestones);
  const own = part.is === 'known' ? ownOf(part.value, seeker.id) : [];
  const goesOn = part.is === 'known' && mayGoOn(part.value, ASKED.ofOne);
  return (
    <section className="card seeker-part" aria-labelledby="upcoming">
      <h2 id="upcoming">{seekerWords.upcoming}</h2>
      {part.is === 'known' ? null : <AbsentTag part={part} none={seekerWords.noUpcoming} />}
      {part.is === 'known' && own.length === 0 && !goesOn ? (
        <p className="faint">{seekerWords.noUpcoming}</p>
      ) : null}
      <ul>
        {own.map(({ node, index }) => (
          <Step key={node.id} milestone={node} index={index} answer={answer} />
        ))}
      </ul>
      {goesOn ? (
        <p className="faint small">
          {own.length === 0 ? seekerWords.nextLater : seekerWords.moreUpcoming}{' '}
          <Link to="/week" search={{ show: 'all' }} className="no-print">
            {words.shell.week}
          </Link>
        </p>
      ) : null}
    </section>
  );
};

const HistoryPart = ({ seeker }: SeekerProps) => (
  <section className="card seeker-part" aria-labelledby="history">
    <h2 id="history">{seekerWords.history}</h2>
    <ol className="dated">
      {[...seeker.history].reverse().map(({ id, at, kind, weeklyHours }) => (
        <li key={id} className="small">
          <span className="faint figures">{near(at)}</span> {labels.JobSearchStepKind[kind]}
          {weeklyHours === null ? '' : ` : ${figure.format(weeklyHours)} h`}
        </li>
      ))}
    </ol>
  </section>
);

/** All that an advisor knows of one job seeker: what comes next with its care, the contract, returns and their follow-ups. */
export const SeekerPage = ({ id }: { readonly id: string }) => {
  const { data, error, isFetching, refetch } = useAnswer(OneSeeker, { id });
  const shown = useLastKnown(
    data && { of: id, answer: data, part: known(data, ['jobSeeker'], data.data.jobSeeker) },
  );
  const onAgain = () => void refetch();
  if (!shown)
    return (
      <div className="page">
        <h1>{seekerWords.title}</h1>
        <NotRead error={error} onAgain={onAgain} />
      </div>
    );
  const { answer, part, isOld } = shown;
  if (part.is !== 'known')
    return (
      <div className="page">
        <h1>{seekerWords.title}</h1>
        <AbsentBlock part={part} none={seekerWords.unknown} owner="jobSearch" onAgain={onAgain} />
        <p>
          <Link to="/job-seekers" className="button">
            {seekerWords.back}
          </Link>
        </p>
      </div>
    );
  const seeker = part.value;
  return (
    <div className="page">
      <Head seeker={seeker} answer={answer} isReading={isFetching} />
      <KeptNotice said={isOld ? seekerWords.kept(timeOf(answer.askedAt)) : undefined} />
      <div className="seeker-file">
        <div className="stack">
          <UpcomingPart seeker={seeker} answer={answer} />
          <FollowUpsPart seekerId={seeker.id} />
          <ReturnsPart seeker={seeker} />
        </div>
        <div className="stack">
          <ContractPart seeker={seeker} />
          <HistoryPart seeker={seeker} />
        </div>
      </div>
    </div>
  );
};
