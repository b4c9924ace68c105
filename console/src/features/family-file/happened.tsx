import { useState } from 'react';
import type { WhatHappenedQuery } from '../../graph/asked/types.ts';
import { WhatHappened } from '../../graph/asked/what-happened.ts';
import { type Answer, isAnyAway, known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { dayOf, sayNearDay } from '../../time/city-time.rules.ts';
import { AwayTag, PartialNote } from '../../ui/absent.tsx';
import { NotRead } from '../../ui/read-page.tsx';
import { type AgencyOfTold, byDay, happenedOf, withoutRepeats } from './file.rules.ts';
import { fileWords } from './words.ts';

const AGENCIES: readonly AgencyOfTold[] = ['care', 'benefits', 'jobSearch'];
const FIRST = 10;
const MOST = 50;

const nameOf: Readonly<Record<AgencyOfTold, string>> = {
  care: fileWords.care,
  benefits: fileWords.benefits,
  jobSearch: fileWords.employment,
};

type Timeline = NonNullable<NonNullable<WhatHappenedQuery['family']>['careTimeline']>;

const partsOf = (answer: Answer<WhatHappenedQuery>) => {
  const family = answer.data.family;
  const part = (name: string, timeline: Timeline | null | undefined) =>
    known(answer, ['family', name], timeline);
  return {
    care: part('careTimeline', family?.careTimeline),
    jobSearch: part('jobSearchTimeline', family?.jobSearchTimeline),
    benefits: part('benefitsTimeline', family?.benefitsTimeline),
  };
};

type Parts = ReturnType<typeof partsOf>;

const toldIn = (part: Parts[AgencyOfTold]) =>
  part.is === 'known' ? part.value.edges.map(({ node }) => node) : [];

const Filter = ({
  only,
  onOnly,
}: {
  readonly only: AgencyOfTold | undefined;
  readonly onOnly: (only: AgencyOfTold | undefined) => void;
}) => (
  <fieldset className="agencies no-print">
    <legend className="unseen">{fileWords.filterHappened}</legend>
    <button
      type="button"
      className="pill dense-pill"
      aria-pressed={only === undefined}
      onClick={() => onOnly(undefined)}
    >
      {fileWords.everything}
    </button>
    {AGENCIES.map((agency) => (
      <button
        key={agency}
        type="button"
        className="pill dense-pill"
        aria-pressed={only === agency}
        onClick={() => onOnly(agency)}
      >
        <span className={`agency-mark ${agency}`} />
        {nameOf[agency]}
      </button>
    ))}
  </fieldset>
);

type DaysProps = { readonly parts: Parts; readonly only: AgencyOfTold | undefined; readonly first: number };

const Days = ({ parts, only, first }: DaysProps) => {
  const told = {
    care: toldIn(parts.care),
    jobSearch: toldIn(parts.jobSearch),
    benefits: toldIn(parts.benefits),
  };
  const happened = withoutRepeats(happenedOf(told, only), dayOf).slice(0, first);
  const isSure = !isAnyAway(Object.values(parts));
  if (happened.length === 0) return isSure ? <p className="faint">{fileWords.nothingHappened}</p> : null;
  return byDay(happened, dayOf).map(({ day, entries }) => (
    <div key={day}>
      <h3 className="small muted">{sayNearDay(day, dayOf(Date.now()), words.near, language)}</h3>
      <ul className="told">
        {entries.map(({ id, agency, sentence }) => (
          <li key={agency + id}>
            <span className={`agency-mark ${agency}`} role="img" aria-label={nameOf[agency]} />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
    </div>
  ));
};

/** Ten of each agency are asked for, and the ten newest of all shown: older ones are there whenever more than ten came. */
const hasMore = (parts: Parts): boolean => Object.values(parts).flatMap(toldIn).length > FIRST;

type ToldProps = DaysProps & { readonly onOlder: () => void };

const Told = ({ parts, only, first, onOlder }: ToldProps) => {
  const all = Object.values(parts);
  const partial = all.find((part) => part.is === 'known' && part.isPartial);
  return (
    <>
      {isAnyAway(all) ? <AwayTag /> : null}
      <Days parts={parts} only={only} first={first} />
      {partial ? <PartialNote part={partial} /> : null}
      {hasMore(parts) && first < MOST ? (
        <button type="button" className="button plain no-print" onClick={onOlder}>
          {fileWords.older}
        </button>
      ) : null}
    </>
  );
};

export const HappenedPart = ({ reference }: { readonly reference: string }) => {
  const [only, setOnly] = useState<AgencyOfTold>();
  const [first, setFirst] = useState(FIRST);
  const { data: answer, error, refetch } = useAnswer(WhatHappened, { reference, first }, { keepsLast: true });
  return (
    <section className="card side-part" aria-labelledby="happened">
      <h2 id="happened">{fileWords.happened}</h2>
      <Filter only={only} onOnly={setOnly} />
      {answer ? (
        <Told parts={partsOf(answer)} only={only} first={first} onOlder={() => setFirst(MOST)} />
      ) : (
        <NotRead error={error} onAgain={() => void refetch()} />
      )}
    </section>
  );
};
