import { useState } from 'react';
import { CoverAction } from '../../cover/answer.tsx';
import { type BookingDesk, useBookingDesk } from '../../cover/booking-desk.ts';
import { MilestoneChoices } from '../../cover/choices.tsx';
import { saySpan } from '../../cover/cover.rules.ts';
import { StandingNote } from '../../cover/standing-note.tsx';
import { coverWords } from '../../cover/words.ts';
import { ThoseWithoutCare } from '../../graph/asked/those-without-care.ts';
import type { ThoseWithoutCareQuery } from '../../graph/asked/types.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { type LackingSearch, lackingVariables } from '../../searches.rules.ts';
import { dayOf, sayNearDay } from '../../time/city-time.rules.ts';
import { CoverChip } from '../../ui/cover-chip.tsx';
import { DistrictField } from '../../ui/district-field.tsx';
import { MorePages, usePages } from '../../ui/pages.tsx';
import { AsOf, NotRead } from '../../ui/read-page.tsx';
import { walkRows } from '../../ui/walk-rows.ts';
import { lackingWords } from './words.ts';

export type LackingProps = {
  readonly search: LackingSearch;
  readonly onSearch: (search: LackingSearch) => void;
};

type Lacking = ThoseWithoutCareQuery['milestonesWithoutCare']['edges'][number]['node'];
type Milestone = NonNullable<Lacking['milestone']>;

const whenOf = ({ startsAt, endsAt }: Lacking): string =>
  `${sayNearDay(dayOf(startsAt), dayOf(Date.now()), words.near, language)}, ${saySpan({ startsAt, endsAt })}`;

const nameOf = ({ family }: Milestone): string => family?.displayName ?? lackingWords.hidden;

type RowProps = { readonly lacking: Lacking; readonly milestone: Milestone; readonly desk: BookingDesk };

const LackingRow = ({ lacking, milestone, desk }: RowProps) => {
  const [isOpened, setOpened] = useState(false);
  const name = `${nameOf(milestone)}, ${whenOf(lacking)}`;
  const standing = desk.standingOf(milestone.id);
  return (
    <li id={`about-${milestone.id}`} tabIndex={-1}>
      <div className="lacking-line">
        <p className="strong figures lacking-when">{whenOf(lacking)}</p>
        <div>
          <p>{nameOf(milestone)}</p>
          {milestone.family?.reference ? (
            <p className="small">
              <Link to="/families/$reference" params={{ reference: milestone.family.reference }}>
                {lackingWords.openFile}
                <span className="unseen">{name}</span>
              </Link>
            </p>
          ) : null}
        </div>
        <div>
          <CoverChip status={lacking.status} />
          {standing ? <StandingNote standing={standing} /> : null}
        </div>
        <div className="row no-print lacking-acts">
          <CoverAction
            milestoneId={milestone.id}
            name={name}
            standing={standing}
            desk={desk}
            isBookable={false}
            onBook={() => undefined}
          />
          <button
            type="button"
            className="button dense"
            data-row
            aria-expanded={isOpened}
            onClick={() => setOpened(!isOpened)}
          >
            {isOpened ? words.close : coverWords.find}
            <span className="unseen">{name}</span>
          </button>
        </div>
      </div>
      {isOpened ? (
        <div className="lacking-choices">
          <MilestoneChoices milestoneId={milestone.id} name={name} desk={desk} hasOwnButton={false} />
        </div>
      ) : null}
    </li>
  );
};

type PartProps = LackingProps & { readonly after: string | undefined; readonly desk: BookingDesk };

const LackingPart = ({ search, after, desk }: Omit<PartProps, 'onSearch'>) => {
  const {
    data: answer,
    error,
    refetch,
  } = useAnswer(ThoseWithoutCare, lackingVariables(search, after, Date.now()), { keepsLast: true });
  if (!answer) return <NotRead error={error} onAgain={() => void refetch()} />;
  const { edges } = answer.data.milestonesWithoutCare;
  if (edges.length === 0 && after === undefined)
    return <p className="list-title muted">{lackingWords.none}</p>;
  return (
    <ul onKeyDown={walkRows}>
      {edges.map(({ node }) =>
        node.milestone ? (
          <LackingRow key={node.milestone.id} lacking={node} milestone={node.milestone} desk={desk} />
        ) : null,
      )}
    </ul>
  );
};

/** The city's interviews whose children lack care: where each could be booked is one click away. */
export const LackingPage = ({ search, onSearch }: LackingProps) => {
  const desk = useBookingDesk();
  const pages = usePages(search.district ?? '');
  const now = Date.now();
  const first = useAnswer(ThoseWithoutCare, lackingVariables(search, undefined, now), { keepsLast: true });
  const last = useAnswer(ThoseWithoutCare, lackingVariables(search, pages.last, now), { keepsLast: true });
  const list = first.data?.data.milestonesWithoutCare;
  return (
    <div className="page">
      <div>
        <h1>{lackingWords.title}</h1>
        <p className="muted">
          {list ? lackingWords.count(list.totalCount, !list.isExact) : ''}
          {first.data ? (
            <>
              {' · '}
              <AsOf askedAt={first.data.askedAt} isReading={first.isFetching} />
            </>
          ) : null}
        </p>
      </div>
      <fieldset className="filters no-print">
        <legend className="unseen">{lackingWords.filters}</legend>
        <DistrictField value={search.district} onChange={(district) => onSearch({ district })} />
      </fieldset>
      <section className="card ruled" aria-label={lackingWords.title}>
        {pages.all.map((after) => (
          <LackingPart key={after ?? 'first'} search={search} after={after} desk={desk} />
        ))}
        <MorePages page={last.data?.data.milestonesWithoutCare.pageInfo} onMore={pages.more} />
      </section>
    </div>
  );
};
