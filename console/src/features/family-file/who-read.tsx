import { useState } from 'react';
import type { WhoReadFileQuery } from '../../graph/asked/types.ts';
import { WhoReadFile } from '../../graph/asked/who-read-file.ts';
import { type Answer, type Known, known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { dayOf, sayNearDay, timeOf } from '../../time/city-time.rules.ts';
import { AwayTag, NotSharedTag } from '../../ui/absent.tsx';
import { NotRead } from '../../ui/read-page.tsx';
import { withoutRepeats } from './file.rules.ts';
import { fileWords } from './words.ts';

type Page = NonNullable<NonNullable<WhoReadFileQuery['family']>['careAccesses']>;

const FIRST = 10;
const MOST = 50;

const partsOf = (answer: Answer<WhoReadFileQuery>): readonly Known<Page>[] => {
  const { family } = answer.data;
  const part = (name: string, page: Page | null | undefined) => known(answer, ['family', name], page);
  return [
    part('careAccesses', family?.careAccesses),
    part('jobSearchAccesses', family?.jobSearchAccesses),
    part('benefitsAccesses', family?.benefitsAccesses),
  ];
};

type ListProps = {
  readonly parts: readonly Known<Page>[];
  readonly first: number;
  readonly onOlder: () => void;
};

const List = ({ parts, first, onOlder }: ListProps) => {
  const pages = parts.flatMap((part) => (part.is === 'known' ? [part.value] : []));
  const all = pages
    .flatMap(({ edges }) => edges.map(({ node }) => node))
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  const shown = withoutRepeats(all, dayOf).slice(0, first);
  const hasMore = all.length > first || pages.some(({ pageInfo }) => pageInfo.hasNextPage);
  return (
    <>
      {parts.some(({ is }) => is === 'away') ? <AwayTag /> : null}
      {parts.every(({ is }) => is === 'not-shared') ? <NotSharedTag /> : null}
      {shown.length === 0 && pages.length === parts.length ? (
        <p className="faint">{fileWords.nobodyRead}</p>
      ) : null}
      <ul className="told">
        {shown.map(({ id, at, sentence }) => (
          <li key={id}>
            <span>
              <span className="faint figures">
                {sayNearDay(dayOf(at), dayOf(Date.now()), words.near, language)} {timeOf(at)}
              </span>{' '}
              {sentence}
            </span>
          </li>
        ))}
      </ul>
      {hasMore && first < MOST ? (
        <button type="button" className="button plain no-print" onClick={onOlder}>
          {fileWords.older}
        </button>
      ) : null}
    </>
  );
};

/** Asked for once somebody wants to know: to look is an access of its own. */
const Readers = ({ reference }: { readonly reference: string }) => {
  const [first, setFirst] = useState(FIRST);
  const {
    data: answer,
    error,
    refetch,
  } = useAnswer(WhoReadFile, { reference, first }, { keepsLast: true, isOnce: true });
  if (!answer) return <NotRead error={error} onAgain={() => void refetch()} />;
  return <List parts={partsOf(answer)} first={first} onOlder={() => setFirst(MOST)} />;
};

/** Who has read this file: what its team tells a family that asks. */
export const WhoReadPart = ({ reference }: { readonly reference: string }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={`card side-part${isOpen ? '' : ' no-print'}`} aria-labelledby="who-read">
      <h2 id="who-read">{fileWords.whoRead}</h2>
      {isOpen ? (
        <Readers reference={reference} />
      ) : (
        <>
          <p className="faint">{fileWords.whoReadLead}</p>
          <p className="no-print">
            <button type="button" className="button dense" onClick={() => setOpen(true)}>
              {fileWords.showWhoRead}
            </button>
          </p>
        </>
      )}
    </section>
  );
};
