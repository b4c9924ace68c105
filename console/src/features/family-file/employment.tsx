import { useState } from 'react';
import { AlreadyBooked } from '../../cover/already-booked.tsx';
import { CoverAction, CoverAnswer } from '../../cover/answer.tsx';
import { type BookingDesk, useBookingDesk } from '../../cover/booking-desk.ts';
import { MilestoneChoices } from '../../cover/choices.tsx';
import { SmallLanes } from '../../cover/lanes.tsx';
import { coverWords } from '../../cover/words.ts';
import { type Known, known } from '../../graph/known.rules.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { dayOf, sayNearDay, timeOf } from '../../time/city-time.rules.ts';
import { AbsentBlock, AbsentTag, NotSharedTag } from '../../ui/absent.tsx';
import { Icon } from '../../ui/icons.tsx';
import type { Family, PartProps } from './file-page.tsx';
import { fileWords } from './words.ts';

type Milestone = NonNullable<Family['milestones']>['edges'][number]['node'];

const TitleOf = ({ milestone, title }: { readonly milestone: Milestone; readonly title: Known<string> }) => {
  const kind = milestone.kind ? labels.MilestoneKind[milestone.kind] : fileWords.milestone;
  if (title.is === 'known') return <span>{title.value}</span>;
  return (
    <span className="row">
      {kind}
      {title.is === 'not-shared' ? (
        <span className="not-shared lock-only" role="img" aria-label={words.absent.notShared}>
          <Icon name="lock" />
        </span>
      ) : null}
    </span>
  );
};

const LACKING = new Set(['UNCOVERED', 'PARTIAL']);

type RowProps = { readonly milestone: Milestone; readonly index: number; readonly desk: BookingDesk } & Pick<
  PartProps,
  'answer'
>;

const When = ({ milestone }: { readonly milestone: Milestone }) => (
  <span className="when figures">
    <b>{sayNearDay(dayOf(milestone.startsAt), dayOf(Date.now()), words.near, language)}</b>
    <span className="muted">
      {timeOf(milestone.startsAt)} – {timeOf(milestone.endsAt)}
    </span>
  </span>
);

type OpenButtonProps = {
  readonly name: string;
  readonly lacks: boolean;
  readonly isOpened: boolean;
  readonly onToggle: () => void;
};

const OpenButton = ({ name, lacks, isOpened, onToggle }: OpenButtonProps) => {
  const offer = lacks ? coverWords.find : coverWords.seeBooked;
  return (
    <button
      type="button"
      className="button dense no-print"
      data-row
      aria-expanded={isOpened}
      onClick={onToggle}
    >
      {isOpened ? words.close : offer}
      <span className="unseen">{name}</span>
    </button>
  );
};

type AnswerProps = Pick<RowProps, 'milestone' | 'desk'> & {
  readonly name: string;
  readonly cover: Known<NonNullable<Milestone['childcareCover']>>;
  readonly lacks: boolean;
  readonly children: React.ReactNode;
};

const RowAnswer = ({ milestone, desk, name, cover, lacks, children }: AnswerProps) => {
  const standing = desk.standingOf(milestone.id);
  return (
    <div className="milestone-answer">
      {cover.is === 'known' ? (
        <CoverAnswer milestoneId={milestone.id} cover={cover.value} standing={standing} isOpen={lacks} />
      ) : (
        <AbsentTag part={cover} none={coverWords.noCoverTold} />
      )}
      <div className="row">
        <CoverAction
          milestoneId={milestone.id}
          name={name}
          standing={standing}
          desk={desk}
          isBookable={false}
          onBook={() => undefined}
        />
        {children}
      </div>
    </div>
  );
};

const hasBookings = ({ bookings }: Milestone): boolean =>
  (bookings ?? []).some(({ status }) => status === 'CONFIRMED');

const MilestoneRow = ({ milestone, index, desk, answer }: RowProps) => {
  const [isOpened, setOpened] = useState(false);
  const at = ['family', 'milestones', 'edges', index, 'node'];
  const cover = known(answer, [...at, 'childcareCover'], milestone.childcareCover);
  const name = `${milestone.title ?? ''} ${timeOf(milestone.startsAt)}`;
  const lacks = cover.is === 'known' && LACKING.has(cover.value.status);
  const opens = lacks || hasBookings(milestone);
  return (
    <li id={`about-${milestone.id}`} tabIndex={-1} className="file-row milestone-row">
      <When milestone={milestone} />
      <div className="milestone-what">
        <TitleOf milestone={milestone} title={known(answer, [...at, 'title'], milestone.title)} />
        {cover.is === 'known' ? <SmallLanes cover={cover.value} /> : null}
      </div>
      <RowAnswer milestone={milestone} desk={desk} name={name} cover={cover} lacks={lacks}>
        {opens ? (
          <OpenButton name={name} lacks={lacks} isOpened={isOpened} onToggle={() => setOpened(!isOpened)} />
        ) : null}
      </RowAnswer>
      {isOpened ? (
        <div className="milestone-choices">
          <AlreadyBooked milestone={milestone} />
          {lacks ? (
            <MilestoneChoices milestoneId={milestone.id} name={name} desk={desk} hasOwnButton={false} />
          ) : null}
        </div>
      ) : null}
    </li>
  );
};

const JobSeekers = ({ answer, family }: Pick<PartProps, 'answer' | 'family'>) => {
  const seekers = (family.adults ?? []).map((adult, index) => ({
    adult,
    part: known(answer, ['family', 'adults', index, 'jobSeeker'], adult.jobSeeker),
  }));
  const open = seekers.filter(({ part }) => part.is === 'known' && part.value.status === 'OPEN');
  if (seekers.some(({ part }) => part.is === 'not-shared')) return <NotSharedTag />;
  const away = seekers.find(({ part }) => part.is === 'away')?.part;
  if (away && away.is === 'away') return <AbsentTag part={away} none="" />;
  if (open.length === 0) return <span className="faint">{fileWords.noJobSeeker}</span>;
  return (
    <span className="muted small">
      {open
        .map(
          ({ adult }) => `${adult.firstName ?? ''} : ${fileWords.category(adult.jobSeeker?.category ?? 0)}`,
        )
        .join(' · ')}
    </span>
  );
};

export const Employment = ({ answer, family, onAgain }: PartProps) => {
  const desk = useBookingDesk();
  const milestones = known(answer, ['family', 'milestones'], family.milestones);
  const edges = milestones.is === 'known' ? milestones.value.edges : [];
  return (
    <section className="card part of-jobSearch" aria-labelledby="employment">
      <div className="part-head">
        <h2 id="employment">{fileWords.employment}</h2>
        {milestones.is === 'away' ? null : <JobSeekers answer={answer} family={family} />}
      </div>
      {milestones.is === 'known' ? null : (
        <div className="part-body">
          <AbsentBlock part={milestones} none={fileWords.noMilestone} owner="jobSearch" onAgain={onAgain} />
        </div>
      )}
      {milestones.is === 'known' && edges.length === 0 ? (
        <p className="part-body faint">{fileWords.noMilestone}</p>
      ) : null}
      <ul>
        {edges.map(({ node }, index) => (
          <MilestoneRow key={node.id} milestone={node} index={index} desk={desk} answer={answer} />
        ))}
      </ul>
      {milestones.is === 'known' && milestones.value.pageInfo.hasNextPage ? (
        <p className="part-body faint">{fileWords.moreMilestones}</p>
      ) : null}
    </section>
  );
};
