import { useEffect, useRef, useState } from 'react';
import { CoverAction } from '../../cover/answer.tsx';
import { useBookingDesk } from '../../cover/booking-desk.ts';
import { MilestoneChoices } from '../../cover/choices.tsx';
import { saySpan, shownChoices } from '../../cover/cover.rules.ts';
import { StandingNote } from '../../cover/standing-note.tsx';
import { CoverChoices } from '../../graph/asked/cover-choices.ts';
import { known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { dayOf, mondayOf, sayDay, timeOf } from '../../time/city-time.rules.ts';
import { AbsentBlock } from '../../ui/absent.tsx';
import { CoverChip } from '../../ui/cover-chip.tsx';
import { NotRead } from '../../ui/read-page.tsx';
import { coverTurn } from './plan.rules.ts';
import { planWords } from './words.ts';

type When = { readonly id: string; readonly startsAt: string; readonly endsAt: string };

/** What was planned, first to last: one, or those of a series. */
export type Planned = {
  readonly name: string;
  readonly milestones: readonly When[];
  readonly isSeries: boolean;
};

const AGAIN_MS = 1_000;

/** The agency of care hears of a milestone a moment after it was planned. */
const useCover = (milestoneId: string) => {
  const { data: answer, error, refetch } = useAnswer(CoverChoices, { id: milestoneId });
  const [tries, setTries] = useState(0);
  const milestone = answer?.data.milestone;
  const part = answer && known(answer, ['milestone', 'childcareCover'], milestone?.childcareCover);
  const turn = part && coverTurn(part.is, tries);
  const isAwaited = turn === 'wait';
  useEffect(() => {
    if (!isAwaited) return;
    const timer = setTimeout(() => {
      setTries(tries + 1);
      void refetch();
    }, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [isAwaited, tries, refetch]);
  const onAgain = () => {
    setTries(0);
    void refetch();
  };
  return { milestone, part, turn, error, onAgain };
};

type CoverAsked = Pick<ReturnType<typeof useCover>, 'part' | 'turn' | 'error' | 'onAgain'>;

/** In place of care that is not there: on its way, late, not shared, or its agency away. */
const NoCover = ({ part, turn, error, onAgain }: CoverAsked) => {
  if (!part) return <NotRead error={error} onAgain={onAgain} />;
  if (turn === 'absent' && part.is !== 'known')
    return <AbsentBlock part={part} none="" owner="care" onAgain={onAgain} />;
  return (
    <div role="status">
      <p className="muted">{turn === 'give-up' ? planWords.coverLate : planWords.computing}</p>
      {turn === 'give-up' ? (
        <button type="button" className="button dense no-print" onClick={onAgain}>
          {words.again}
        </button>
      ) : null}
    </div>
  );
};

const CARED_FOR = new Set(['COVERED', 'NOT_NEEDED']);

const CareOf = ({
  milestone: { id, startsAt },
  name,
}: {
  readonly milestone: When;
  readonly name: string;
}) => {
  const desk = useBookingDesk();
  const { milestone, ...asked } = useCover(id);
  const standing = desk.standingOf(id);
  if (!milestone || asked.part?.is !== 'known') return <NoCover {...asked} />;
  const cover = asked.part.value;
  const label = `${name}, ${timeOf(startsAt)}`;
  const choices = cover.status === 'UNKNOWN' ? [] : shownChoices(cover);
  return (
    <>
      <div className="spread">
        <CoverChip status={cover.status} />
        <CoverAction
          milestoneId={id}
          name={name}
          standing={standing}
          desk={desk}
          isBookable={choices.length > 0}
          onBook={() => void desk.book(milestone, choices)}
        />
      </div>
      {standing ? <StandingNote standing={standing} /> : null}
      {CARED_FOR.has(cover.status) && !standing ? <p className="muted">{planWords.covered}</p> : null}
      {CARED_FOR.has(cover.status) ? null : (
        <MilestoneChoices milestoneId={id} name={label} desk={desk} hasOwnButton={choices.length > 0} />
      )}
    </>
  );
};

/** What was planned just now, and the care that it still lacks. */
export const PlannedPart = ({
  planned: { name, milestones, isSeries },
  onAnother,
}: {
  readonly planned: Planned;
  readonly onAnother: () => void;
}) => {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const [first] = milestones;
  if (!first) return null;
  const saidDay = sayDay(dayOf(first.startsAt), 'long', language);
  return (
    <section className="card plan-part plan-done" aria-labelledby="planned">
      <h2 id="planned" ref={title} tabIndex={-1}>
        {isSeries ? planWords.plannedSeries(milestones.length) : planWords.planned}
      </h2>
      <p>
        <b>{planWords.plannedLine(name, saidDay, saySpan(first))}</b>
        {isSeries && milestones.length > 1 ? (
          <span className="muted">
            {' '}
            ·{' '}
            {words.and(
              milestones.slice(1, 4).map(({ startsAt }) => sayDay(dayOf(startsAt), 'short', language)),
            )}
            {milestones.length > 4 ? ' …' : ''}
          </span>
        ) : null}
      </p>
      {isSeries ? <p>{planWords.seriesNext}</p> : <CareOf milestone={first} name={name} />}
      <p className="row no-print">
        <button type="button" className="button" onClick={onAnother}>
          {planWords.another}
        </button>
        <Link
          to="/week"
          search={{ monday: mondayOf(dayOf(first.startsAt)), show: 'all' }}
          className="button plain"
        >
          {planWords.toWeek}
        </Link>
      </p>
    </section>
  );
};
