import { useState } from 'react';
import { saySpan } from '../../cover/cover.rules.ts';
import { MergeOrLook } from '../../graph/asked/merge-or-look.ts';
import type { MergeOrLookMutation } from '../../graph/asked/types.ts';
import { change, useChange } from '../../graph/change.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { dayOf, sayDay } from '../../time/city-time.rules.ts';
import { ArrivedHeading } from '../../ui/arrived-heading.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { isTakenTwice, likelyPairs, mergeInput, type Pairs } from './doubles.rules.ts';
import { type Family, nameOf } from './one-file.tsx';
import { doubleWords } from './words.ts';

export type Merged = NonNullable<MergeOrLookMutation['mergeFamilies']>;

type Both = { readonly keep: Family; readonly drop: Family };

type PairsProps = Both & { readonly pairs: Pairs; readonly onPair: (drop: string, keep: string) => void };

const WhoIsWho = ({ keep, drop, pairs, onPair }: PairsProps) => {
  const groups = [
    { drops: drop.adults ?? [], keeps: keep.adults ?? [] },
    { drops: drop.children ?? [], keeps: keep.children ?? [] },
  ];
  return (
    <div className="double-pairs">
      {groups.flatMap(({ drops, keeps }) =>
        drops.map((person) => (
          <ChoiceField
            key={person.id}
            label={doubleWords.is(nameOf(person))}
            value={pairs[person.id] ?? ''}
            of={keeps.map((each) => ({ value: each.id, label: nameOf(each) }))}
            none={doubleWords.other}
            onChange={(id = '') => onPair(person.id, id)}
          />
        )),
      )}
    </div>
  );
};

const COUNTED = ['adults', 'children', 'placements', 'bookings', 'careRequests', 'milestones'] as const;

/** How much of what, in words: of a file that would pass, or come back. */
export const saidMoved = (moved: Readonly<Record<(typeof COUNTED)[number], number>>): string => {
  const said = COUNTED.filter((what) => moved[what] > 0).map((what) => doubleWords.moves[what](moved[what]));
  return said.length > 0 ? words.and(said) : doubleWords.nothing;
};

const Would = ({ foreseen: { moved, overlappingBookings } }: { readonly foreseen: Merged }) => (
  <div className="notice" role="status">
    <div className="stack">
      <ArrivedHeading level={3}>{doubleWords.would}</ArrivedHeading>
      {moved ? <p>{doubleWords.passes(saidMoved(moved))}</p> : null}
      {overlappingBookings.length > 0 ? (
        <>
          <p className="strong">{doubleWords.overlapping}</p>
          <ul className="dated">
            {overlappingBookings.map((booking) => (
              <li key={booking.id} className="small figures">
                {booking.child.firstName}, {sayDay(dayOf(booking.startsAt), 'short', language)},{' '}
                {saySpan(booking)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  </div>
);

type MergeProps = Both & {
  /** While it is done nothing else of the two files is. */
  readonly onMerging: (isMerging: boolean) => void;
  readonly onMerged: (merged: Merged) => void;
};

/** What was foreseen is of exactly what was sent: other pairs, or a file that changed, are looked at anew. */
const useMerging = ({ keep, drop, onMerging, onMerged }: MergeProps) => {
  const [pairs, setPairs] = useState(() => likelyPairs(keep, drop));
  const [seen, setSeen] = useState<{ readonly of: string; readonly foreseen: Merged | undefined }>();
  const { isBusy, problem, make, setProblem } = useChange();
  const current = JSON.stringify([pairs, keep.version, drop.version]);
  const send = (preview: boolean) =>
    make(
      change(MergeOrLook, { input: mergeInput(keep, drop, pairs, preview) }, (data) => data.mergeFamilies),
      preview ? doubleWords.would : doubleWords.merge,
    );
  const forget = () => {
    setSeen(undefined);
    setProblem(undefined);
  };
  const look = async () => {
    if (isTakenTwice(pairs)) return setProblem(doubleWords.twice);
    setSeen({ of: current, foreseen: await send(true) });
  };
  const merge = async () => {
    onMerging(true);
    const merged = await send(false);
    onMerging(false);
    if (merged) onMerged(merged);
  };
  const pair = (from: string, to: string) => {
    forget();
    setPairs({ ...pairs, [from]: to });
  };
  const foreseen = seen?.of === current ? seen.foreseen : undefined;
  return { pairs, pair, foreseen, problem, isBusy, look, merge, forget };
};

/** Who is who in the two files, what would pass from one to the other, and only then whether to join them. */
export const MergePart = (props: MergeProps) => {
  const { keep, drop } = props;
  const { pairs, pair, foreseen, problem, isBusy, look, merge, forget } = useMerging(props);
  const does = (what: () => Promise<void>) => (isBusy ? undefined : () => void what());
  return (
    <section className="card double-file" aria-labelledby="who-is-who">
      <h2 id="who-is-who">{doubleWords.pairs}</h2>
      <p className="small muted">{doubleWords.pairsLead}</p>
      <fieldset className="bare" disabled={isBusy}>
        <WhoIsWho keep={keep} drop={drop} pairs={pairs} onPair={pair} />
      </fieldset>
      {foreseen ? <Would foreseen={foreseen} /> : null}
      <Problem said={problem} />
      <p className="row no-print">
        {foreseen ? (
          <>
            <button
              type="button"
              className="button primary"
              aria-disabled={isBusy}
              onClick={isBusy ? undefined : forget}
            >
              {doubleWords.doNot}
            </button>
            <button type="button" className="button" aria-disabled={isBusy} onClick={does(merge)}>
              {isBusy ? words.sending : doubleWords.merge}
            </button>
          </>
        ) : (
          <button type="button" className="button primary" aria-disabled={isBusy} onClick={does(look)}>
            {doubleWords.preview}
          </button>
        )}
      </p>
    </section>
  );
};
