import { useState } from 'react';
import { TwoFiles } from '../../graph/asked/two-files.ts';
import type { TwoFilesQuery } from '../../graph/asked/types.ts';
import { type Answer, known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { agencyName } from '../../messages/agency.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import type { DoublesSearch } from '../../searches.rules.ts';
import { AbsentBlock } from '../../ui/absent.tsx';
import { ArrivedHeading } from '../../ui/arrived-heading.tsx';
import { NotRead } from '../../ui/read-page.tsx';
import { type Merged, MergePart } from './merge-part.tsx';
import { OneFile } from './one-file.tsx';
import { PickFile } from './pick-file.tsx';
import { UndoPart } from './undo-part.tsx';
import { doubleWords } from './words.ts';

type Props = { readonly search: DoublesSearch; readonly onSearch: (search: DoublesSearch) => void };
type Side = 'keep' | 'drop';

type DoneProps = { readonly merged: Merged; readonly onUndo: () => void };

const Done = ({ merged: { family, notYetTold }, onUndo }: DoneProps) => (
  <section className="card double-file" role="status">
    <ArrivedHeading level={2}>
      {doubleWords.merged(family?.displayName ?? '', family?.reference ?? '')}
    </ArrivedHeading>
    {notYetTold.length > 0 ? (
      <p className="muted">{doubleWords.notYetTold(words.and(notYetTold.map(agencyName)))}</p>
    ) : null}
    <p className="muted">{doubleWords.ifWrong}</p>
    <p className="row">
      {family?.reference ? (
        <Link to="/families/$reference" params={{ reference: family.reference }} className="button primary">
          {doubleWords.openFile}
        </Link>
      ) : null}
      <button type="button" className="button" onClick={onUndo}>
        {doubleWords.undoOpen}
      </button>
    </p>
  </section>
);

type SideProps = Props & {
  readonly side: Side;
  readonly answer: Answer<TwoFilesQuery> | undefined;
  /** It is of the files that were shown before. */
  readonly isOld: boolean;
  readonly error: unknown;
  readonly onAgain: () => void;
};

const SidePart = ({ side, answer, isOld, error, search, onSearch, onAgain }: SideProps) => {
  const [isFirst] = useState(
    () => document.activeElement === document.body || (!search.keep && !search.drop),
  );
  const reference = search[side];
  const pick = (next: string | undefined) => onSearch({ ...search, [side]: next });
  if (!reference) return <PickFile title={doubleWords[side]} isFirst={isFirst} onPick={pick} />;
  // Beside the one that is read the other stays as it is.
  if (!answer || (isOld && answer.data[side]?.reference !== reference))
    return (
      <section className="card double-file" aria-label={doubleWords[side]}>
        <NotRead error={error} onAgain={onAgain} />
      </section>
    );
  const part = known(answer, [side], answer.data[side]);
  if (part.is !== 'known')
    return (
      <section className="card double-file" aria-label={doubleWords[side]}>
        <AbsentBlock part={part} none={doubleWords.gone(reference)} owner="care" onAgain={onAgain} />
        <p>
          <button type="button" className="button dense" onClick={() => pick(undefined)}>
            {doubleWords.another}
          </button>
        </p>
      </section>
    );
  return (
    <OneFile
      title={doubleWords[side]}
      side={side}
      family={part.value}
      answer={answer}
      onAnother={() => pick(undefined)}
    />
  );
};

/** Nobody is joined to anybody while it is not known who is in the two files. */
const isWhole = (answer: Answer<TwoFilesQuery>): boolean =>
  (['keep', 'drop'] as const).every((side) =>
    (['adults', 'children'] as const).every((who) => {
      const { is } = known(answer, [side, who], answer.data[side]?.[who]);
      return is === 'known' || is === 'none';
    }),
  );

type JoiningProps = TwoProps & {
  readonly answer: Answer<TwoFilesQuery>;
  readonly isMerging: boolean;
  readonly onMerging: (isMerging: boolean) => void;
};

const Joining = ({ answer, search, onSearch, isMerging, onMerging, onMerged }: JoiningProps) => {
  const { keep, drop } = answer.data;
  if (!keep || !drop) return null;
  return (
    <>
      <p className="no-print">
        <button
          type="button"
          className="button"
          disabled={isMerging}
          onClick={() => onSearch({ keep: search.drop, drop: search.keep })}
        >
          {doubleWords.swap}
        </button>
      </p>
      {isWhole(answer) ? (
        <MergePart
          key={`${keep.id} ${drop.id}`}
          keep={keep}
          drop={drop}
          onMerging={onMerging}
          onMerged={(done) => onMerged(done, drop.reference ?? '')}
        />
      ) : (
        <p className="wrong">{doubleWords.notWhole}</p>
      )}
    </>
  );
};

type TwoProps = Props & { readonly onMerged: (merged: Merged, drop: string) => void };

const Two = ({ search, onSearch, onMerged }: TwoProps) => {
  const [isMerging, setMerging] = useState(false);
  const { keep = '', drop = '' } = search;
  // One that is not chosen yet is asked for as the other: what comes of it is not shown.
  const references = { keep: keep || drop, drop: drop || keep };
  const asked = useAnswer(TwoFiles, references, { isWanted: keep !== '' || drop !== '', keepsLast: true });
  const { data: answer, error, refetch, isPlaceholderData } = asked;
  const onAgain = () => void refetch();
  const isSame = keep !== '' && keep === drop;
  const isTogether = keep !== '' && drop !== '' && !isSame;
  return (
    <>
      {isSame ? <p className="wrong">{doubleWords.same}</p> : null}
      <fieldset className="bare doubles" disabled={isMerging}>
        {(['keep', 'drop'] as const).map((side) => (
          <SidePart
            key={`${side} ${search[side] ?? ''}`}
            side={side}
            answer={answer}
            isOld={isPlaceholderData}
            error={error}
            search={search}
            onSearch={onSearch}
            onAgain={onAgain}
          />
        ))}
      </fieldset>
      {answer && isTogether && !isPlaceholderData ? (
        <Joining
          answer={answer}
          isMerging={isMerging}
          onMerging={setMerging}
          search={search}
          onSearch={onSearch}
          onMerged={onMerged}
        />
      ) : null}
    </>
  );
};

/** Two files of one family, side by side; what would pass is seen before one file is made of them. */
export const DoublesPage = ({ search, onSearch }: Props) => {
  const [merged, setMerged] = useState<{ readonly merged: Merged; readonly drop: string }>();
  return (
    <div className="page">
      <div>
        <h1>{doubleWords.title}</h1>
        <p className="muted">{doubleWords.lead}</p>
      </div>
      {merged ? <Done merged={merged.merged} onUndo={() => onSearch({ undo: merged.drop })} /> : null}
      <Two
        search={search}
        onSearch={(next) => {
          setMerged(undefined);
          onSearch(next);
        }}
        onMerged={(done, drop) => {
          setMerged({ merged: done, drop });
          onSearch({});
        }}
      />
      <UndoPart key={search.undo ?? ''} reference={search.undo} onUndone={() => setMerged(undefined)} />
    </div>
  );
};
