import { useState } from 'react';
import { CoverChoices } from '../graph/asked/cover-choices.ts';
import type { CoverChoicesQuery } from '../graph/asked/types.ts';
import { useAnswer } from '../graph/use-answer.ts';
import { labels } from '../messages/labels.ts';
import { duration, minutesBetween } from '../time/city-time.rules.ts';
import { CoverMark } from '../ui/cover-chip.tsx';
import { Icon } from '../ui/icons.tsx';
import { NotRead } from '../ui/read-page.tsx';
import type { BookingDesk } from './booking-desk.ts';
import { choicesWith, gapKey, saySpan, shownChoices } from './cover.rules.ts';
import { coverWords } from './words.ts';
import './choices.css';

type Cover = NonNullable<NonNullable<CoverChoicesQuery['milestone']>['childcareCover']>;
type Child = Cover['children'][number];
type Gap = Child['gaps'][number];
type Option = NonNullable<Gap['options']>[number];

/** What weighs for a place; what does not is not worth a line. */
const reasonsOf = ({ reasons }: Option): readonly string[] =>
  reasons.filter(({ contribution }) => contribution > 0).map(({ sentence }) => sentence);

type OptionProps = {
  readonly option: Option;
  readonly group: string;
  readonly isChosen: boolean;
  readonly isFirst: boolean;
  readonly onChoose: () => void;
};

const OptionFacts = ({ option }: { readonly option: Option }) => {
  const { section, centre } = option;
  return (
    <>
      <span className="small muted">
        {section.name} ({coverWords.ages(section.minAgeMonths, section.maxAgeMonths)}) ·{' '}
        {centre.address.street}, {centre.address.city}
      </span>
      <span className="reasons small">
        {reasonsOf(option).map((sentence) => (
          <span key={sentence} className="reason">
            <Icon name="check" />
            {sentence}
          </span>
        ))}
      </span>
    </>
  );
};

const OptionCard = ({ option, group, isChosen, isFirst, onChoose }: OptionProps) => {
  const id = `${group} ${option.section.id}`;
  return (
    <label htmlFor={id} className={`option${isChosen ? ' chosen' : ''}`}>
      <span className="option-head">
        <input id={id} type="radio" name={group} checked={isChosen} onChange={onChoose} />
        <b>{option.centre.name}</b>
        <span className="figures">{saySpan(option)}</span>
      </span>
      {isFirst ? <span className="tag">{coverWords.proposed}</span> : null}
      <OptionFacts option={option} />
    </label>
  );
};

/** It cannot be chosen: the child would be alone for the rest. */
const PartOption = ({ option }: { readonly option: Option }) => (
  <div className="option in-part">
    <span className="option-head">
      <b>{option.centre.name}</b>
    </span>
    <span className="tag late">{coverWords.partOnly(saySpan(option))}</span>
    <OptionFacts option={option} />
  </div>
);

const Misses = ({ gap }: { readonly gap: Gap }) => {
  const misses = gap.nearestMisses ?? [];
  if (misses.length === 0) return <p className="small muted">{coverWords.nothingNear}</p>;
  return (
    <div className="small">
      <p className="strong">{coverWords.noOption}</p>
      <ul className="misses">
        {misses.map(({ centre, section, obstacles }) => (
          <li key={section.id}>
            <b>
              {centre.name}, {section.name}
            </b>{' '}
            : {obstacles.map(({ sentence }) => sentence).join(' ')}
          </li>
        ))}
      </ul>
    </div>
  );
};

type GapProps = {
  readonly child: Child['child'];
  readonly gap: Gap;
  readonly chosen: string | undefined;
  readonly onChoose: (sectionId: string) => void;
};

const GapChoices = ({ child, gap, chosen, onChoose }: GapProps) => {
  const options = gap.options ?? [];
  const isWhole = options.some(({ isWholeTime }) => isWholeTime);
  const span = saySpan(gap);
  return (
    <fieldset className="gap">
      <legend className="small">
        <span className="unseen">{coverWords.choose(child.firstName ?? '', span)}</span>
        <span aria-hidden="true" className="figures">
          {coverWords.lacks(duration(minutesBetween(gap.startsAt, gap.endsAt)), span)}
        </span>
      </legend>
      <div className="options">
        {options.map((option, index) =>
          option.isWholeTime ? (
            <OptionCard
              key={option.section.id + option.startsAt}
              option={option}
              group={gapKey(child.id, gap)}
              isFirst={index === 0}
              isChosen={option.section.id === chosen}
              onChoose={() => onChoose(option.section.id)}
            />
          ) : (
            <PartOption key={option.section.id + option.startsAt} option={option} />
          ),
        )}
      </div>
      {isWhole ? null : <Misses gap={gap} />}
    </fieldset>
  );
};

type Chosen = ReadonlyMap<string, string>;
type ChildProps = {
  readonly of: Child;
  readonly chosen: Chosen;
  readonly onChoose: (key: string, sectionId: string) => void;
};

const ChildChoices = ({ of: { child, status, gaps }, chosen, onChoose }: ChildProps) => (
  <div className="child-choices">
    <p className="row">
      <CoverMark status={status} />
      <b>{child.firstName}</b>
      <span className="muted">· {labels.CoverStatus[status].toLowerCase()}</span>
    </p>
    {gaps.map((gap) => {
      const key = gapKey(child.id, gap);
      return (
        <GapChoices
          key={key}
          child={child}
          gap={gap}
          chosen={chosen.get(key)}
          onChoose={(id) => onChoose(key, id)}
        />
      );
    })}
  </div>
);

type ChoicesProps = {
  readonly milestoneId: string;
  readonly name: string;
  readonly desk: BookingDesk;
  /** Whether the row has its own button for what is proposed. */
  readonly hasOwnButton: boolean;
};

const isMovedFrom = (cover: Cover, chosen: Chosen): boolean =>
  shownChoices(cover).some((choice) => {
    const other = chosen.get(gapKey(choice.childId, choice));
    return other !== undefined && other !== choice.sectionId;
  });

/** Where each child could go, and why there: another place than the proposed one is one click more. */
export const MilestoneChoices = ({ milestoneId, name, desk, hasOwnButton }: ChoicesProps) => {
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const { data: answer, error, refetch } = useAnswer(CoverChoices, { id: milestoneId });
  if (!answer) return <NotRead error={error} onAgain={() => void refetch()} />;
  const { milestone } = answer.data;
  const cover = milestone?.childcareCover;
  if (!milestone || !cover) return <p className="muted">{coverWords.noCoverTold}</p>;
  const choices = choicesWith(cover, chosen);
  const shown = new Map(choices.map((choice) => [gapKey(choice.childId, choice), choice.sectionId]));
  const standing = desk.standingOf(milestoneId)?.is;
  const isBusy = standing === 'booking';
  const offers = choices.length > 0 && standing !== 'booked' && (!hasOwnButton || isMovedFrom(cover, chosen));
  return (
    <div className="choices">
      {cover.children.map((child) => (
        <ChildChoices
          key={child.child.id}
          of={child}
          chosen={new Map([...shown, ...chosen])}
          onChoose={(key, sectionId) => setChosen(new Map(chosen).set(key, sectionId))}
        />
      ))}
      {offers ? (
        <div>
          <button
            type="button"
            className="button primary"
            aria-disabled={isBusy}
            onClick={() => (isBusy ? undefined : void desk.book(milestone, choices))}
          >
            {isBusy ? coverWords.booking : coverWords.bookOther}
            <span className="unseen">{name}</span>
          </button>
        </div>
      ) : null}
    </div>
  );
};
