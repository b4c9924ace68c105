import { OpenFamily } from '../../graph/asked/open-family.ts';
import type { OpenFamilyQuery } from '../../graph/asked/types.ts';
import type { Answer } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { fileVariables } from '../../searches.rules.ts';
import { NotRead, ReadFailed } from '../../ui/read-page.tsx';
import { Benefits } from './benefits.tsx';
import { Care } from './care.tsx';
import { Employment } from './employment.tsx';
import { FileHead } from './file-head.tsx';
import { HappenedPart } from './happened.tsx';
import { NotesPart } from './notes.tsx';
import { TasksPart } from './tasks.tsx';
import { TeamPart } from './team.tsx';
import { ToSettle } from './to-settle.tsx';
import { WhoReadPart } from './who-read.tsx';
import { fileWords } from './words.ts';
import './file.css';

export type Family = NonNullable<OpenFamilyQuery['family']>;
/** A part of the file: what was answered, and how to ask for it again. */
export type PartProps = {
  readonly answer: Answer<OpenFamilyQuery>;
  readonly family: Family;
  readonly onAgain: () => void;
};

/** The file of one family on one page: what needs doing, work, care, benefits, and who does what. */
export const FilePage = ({ reference }: { readonly reference: string }) => {
  const {
    data: answer,
    error,
    isFetching,
    refetch,
  } = useAnswer(OpenFamily, fileVariables(reference, Date.now()));
  if (!answer)
    return (
      <div className="page">
        <NotRead error={error} onAgain={() => void refetch()} />
      </div>
    );
  const { family } = answer.data;
  if (!family)
    return (
      <div className="page">
        <h1>{reference}</h1>
        {answer.problems.length > 0 ? (
          <ReadFailed error={error} onAgain={() => void refetch()} />
        ) : (
          <p className="muted">{fileWords.unknown}</p>
        )}
      </div>
    );
  const part: PartProps = { answer, family, onAgain: () => void refetch() };
  return (
    <div className="page file">
      <FileHead {...part} isReading={isFetching} />
      <ToSettle {...part} />
      <div className="file-columns">
        <div className="file-main">
          <Employment {...part} />
          <Care {...part} />
          <Benefits {...part} />
        </div>
        <div className="file-side">
          <TasksPart {...part} />
          <NotesPart {...part} />
          <TeamPart {...part} />
          <HappenedPart reference={reference} />
          <WhoReadPart reference={reference} />
        </div>
      </div>
    </div>
  );
};
