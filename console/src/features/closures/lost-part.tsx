import { useState } from 'react';
import { saySpan } from '../../cover/cover.rules.ts';
import { LostToClosure } from '../../graph/asked/lost-to-closure.ts';
import { SendElsewhere } from '../../graph/asked/send-elsewhere.ts';
import type { LostToClosureQuery } from '../../graph/asked/types.ts';
import { change, useChange } from '../../graph/change.ts';
import { known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { useLastKnown } from '../../graph/use-last-known.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { dayOf, sayDay, timeOf } from '../../time/city-time.rules.ts';
import { AbsentBlock } from '../../ui/absent.tsx';
import { KeptNotice } from '../../ui/kept-notice.tsx';
import { MorePages, usePages } from '../../ui/pages.tsx';
import { Problem } from '../../ui/problem.tsx';
import { NotRead } from '../../ui/read-page.tsx';
import { type Chosen, isGone, linesOf, NOWHERE, optionKey, optionOf, stayKey } from './closures.rules.ts';
import { closureWords } from './words.ts';

type Page = NonNullable<LostToClosureQuery['careLostToClosure']>;
type Stay = Page['edges'][number]['node'];
type Option = NonNullable<Stay['options']>[number];

const saidOption = (option: Option): string =>
  [
    `${option.centre.name}, ${option.section.name}`,
    saySpan(option),
    option.isWholeTime ? '' : `(${closureWords.part})`,
  ]
    .filter(Boolean)
    .join(' ');

const keyOf = (option: Option | undefined): string => (option ? optionKey(option) : NOWHERE);

type LineProps = {
  readonly stay: Stay;
  readonly chosen: Chosen;
  readonly refused: string | undefined;
  readonly onChoose: (option: string) => void;
};

const StayLine = ({ stay, chosen, refused, onChoose }: LineProps) => {
  const { booking, options, startsAt } = stay;
  const name = booking.child.firstName ?? '';
  return (
    <li className="closure-stay">
      <p>
        <b>{name}</b>{' '}
        <span className="muted small">{booking.family?.displayName ?? closureWords.hidden}</span>
        <br />
        <span className="figures">
          {sayDay(dayOf(startsAt), 'short', language)}, {saySpan(stay)}
        </span>
      </p>
      {options && options.length > 0 ? (
        <select
          className="input"
          aria-label={closureWords.place(name)}
          value={isGone(stay, chosen) ? NOWHERE : keyOf(optionOf(stay, chosen))}
          onChange={({ target }) => onChoose(target.value)}
        >
          {options.map((option) => (
            <option key={optionKey(option)} value={optionKey(option)}>
              {saidOption(option)}
            </option>
          ))}
          <option value={NOWHERE}>{closureWords.nowhere}</option>
        </select>
      ) : (
        <p className="wrong">{closureWords.noPlace}</p>
      )}
      {isGone(stay, chosen) ? <p className="wrong small">{closureWords.gone}</p> : null}
      <Problem said={refused} />
    </li>
  );
};

/** Sent again after a broken connection, the same id books once. */
const useIds = () => {
  const [ids] = useState(() => new Map<string, string>());
  return (key: string): string => {
    const id = ids.get(key) ?? crypto.randomUUID();
    ids.set(key, id);
    return id;
  };
};

const useElsewhere = (stays: readonly Stay[]) => {
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const [told, setTold] = useState<string>();
  const idOf = useIds();
  const { isBusy, problem, make } = useChange();
  const lines = linesOf(stays, chosen, idOf);
  const book = async () => {
    const done = await make(
      change(SendElsewhere, { input: { choices: lines } }, (data) => data.bookBackups),
      closureWords.lost,
    );
    if (!done) return;
    const kept = done.lines.filter(({ refusal }) => refusal !== null);
    const byBooking = new Map(lines.map(({ id, bookingId }) => [id, bookingId]));
    setRefused(new Map(kept.map(({ id, refusal }) => [byBooking.get(id) ?? '', refusal?.message ?? ''])));
    setTold(closureWords.booked(done.lines.length - kept.length, done.lines.length));
  };
  const choose = (key: string, option: string) => setChosen(new Map(chosen).set(key, option));
  return { chosen, choose, refused, told, lines, book, isBusy, problem };
};

type StaysProps = {
  readonly stays: readonly Stay[];
  /** Others stand above: none here says nothing of them. */
  readonly isRest: boolean;
};

const Stays = ({ stays, isRest }: StaysProps) => {
  const { chosen, choose, refused, told, lines, book, isBusy, problem } = useElsewhere(stays);
  return (
    <>
      {told ? <p className="strong">{told}</p> : null}
      {stays.length === 0 && !isRest ? <p className="faint">{closureWords.noLost}</p> : null}
      <ul>
        {stays.map((stay) => (
          <StayLine
            key={stayKey(stay)}
            stay={stay}
            chosen={chosen}
            refused={refused.get(stay.booking.id)}
            onChoose={(option) => choose(stayKey(stay), option)}
          />
        ))}
      </ul>
      <Problem said={problem} />
      {stays.some((stay) => optionOf(stay, chosen)) ? (
        <p className="no-print">
          <button
            type="button"
            className="button primary"
            aria-disabled={isBusy}
            onClick={isBusy ? undefined : () => void book()}
          >
            {isBusy ? words.sending : closureWords.book(lines.length)}
          </button>
        </p>
      ) : null}
    </>
  );
};

type PageProps = {
  readonly closureId: string;
  readonly after: string | undefined;
  readonly isLast: boolean;
  readonly onMore: (after: string) => void;
};

const LostPage = ({ closureId, after, isLast, onMore }: PageProps) => {
  const variables = { closureId, ...(after && { after }) };
  const { data, error, refetch } = useAnswer(LostToClosure, variables, { keepsLast: true });
  const shown = useLastKnown(
    data && {
      of: `${closureId} ${after ?? ''}`,
      answer: data,
      part: known(data, ['careLostToClosure'], data.data.careLostToClosure),
    },
  );
  const onAgain = () => void refetch();
  if (!shown) return <NotRead error={error} onAgain={onAgain} />;
  const { answer, part, isOld } = shown;
  if (part.is !== 'known')
    return <AbsentBlock part={part} none={closureWords.noLost} owner="care" onAgain={onAgain} />;
  return (
    <>
      <KeptNotice said={isOld ? closureWords.kept(timeOf(answer.askedAt)) : undefined} />
      <Stays stays={part.value.edges.map(({ node }) => node)} isRest={after !== undefined} />
      {isLast ? <MorePages page={part.value.pageInfo} onMore={onMore} /> : null}
    </>
  );
};

/** What a closure took and nothing stands in for: where each child goes instead, those of a page booked in one go. */
export const LostPart = ({ closureId }: { readonly closureId: string }) => {
  const pages = usePages(closureId);
  return (
    <section className="card closure-part" aria-labelledby="lost">
      <h2 id="lost">{closureWords.lost}</h2>
      <p className="small muted">{closureWords.lostLead}</p>
      {pages.all.map((after) => (
        <LostPage
          key={after ?? 'first'}
          closureId={closureId}
          after={after}
          isLast={after === pages.last}
          onMore={pages.more}
        />
      ))}
    </section>
  );
};
