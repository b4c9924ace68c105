import { isOpenAt } from '../../emergency/emergency.rules.ts';
import { useEmergencyOf } from '../../emergency/own-emergencies.ts';
import { ReadingNotice } from '../../emergency/reading-notice.tsx';
import { OpenFamily } from '../../graph/asked/open-family.ts';
import type { OpenFamilyQuery } from '../../graph/asked/types.ts';
import type { Answer } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { fileVariables } from '../../searches.rules.ts';
import { followsFamilies } from '../../shell/places.rules.ts';
import { usePerson } from '../../shell/use-session.ts';
import { NotRead, ReadFailed } from '../../ui/read-page.tsx';
import { Benefits } from './benefits.tsx';
import { Care } from './care.tsx';
import { Employment } from './employment.tsx';
import { FileHead } from './file-head.tsx';
import { HappenedPart } from './happened.tsx';
import { NotesPart } from './notes.tsx';
import { ObjectionsPart } from './objections.tsx';
import { isInTeam } from './support.rules.ts';
import { TasksPart } from './tasks.tsx';
import { TeamPart } from './team.tsx';
import { ToSettle } from './to-settle.tsx';
import { WhoReadPart } from './who-read.tsx';
import { fileWords } from './words.ts';
import { OnlyReading } from './writer.ts';
import './file.css';

export type Family = NonNullable<OpenFamilyQuery['family']>;
/** A part of the file: what was answered, and how to ask for it again. */
export type PartProps = {
  readonly answer: Answer<OpenFamilyQuery>;
  readonly family: Family;
  readonly onAgain: () => void;
};

/** Whether somebody may be reading it in an emergency: a caseworker who is not in its team. */
const useMayBeEmergency = (answer: Answer<OpenFamilyQuery> | undefined): boolean => {
  const person = usePerson();
  if (!answer || !person || !followsFamilies(person.role)) return false;
  return !isInTeam(answer.data.family?.supportTeam ?? [], person.sub);
};

type NoFileProps = { readonly isUnread: boolean; readonly error: unknown; readonly onAgain: () => void };

const NoFile = ({ isUnread, error, onAgain }: NoFileProps) =>
  isUnread ? <ReadFailed error={error} onAgain={onAgain} /> : <p className="muted">{fileWords.unknown}</p>;

/** The file of one family on one page: what needs doing, work, care, benefits, and who does what. */
export const FilePage = ({ reference }: { readonly reference: string }) => {
  const {
    data: answer,
    error,
    isFetching,
    refetch,
  } = useAnswer(OpenFamily, fileVariables(reference, Date.now()));
  const own = answer?.data.family?.reference ?? reference;
  const { emergency, isUnknown, isUnread } = useEmergencyOf(own, useMayBeEmergency(answer));
  if (!answer)
    return (
      <div className="page">
        <NotRead error={error} onAgain={() => void refetch()} />
      </div>
    );
  const isReading = emergency !== undefined && isOpenAt(emergency, Date.now());
  // What was opened in an emergency is closed at its end, also where an agency has not heard of that yet.
  const family = emergency && !isReading ? null : answer.data.family;
  if (!family)
    return (
      <div className="page">
        <h1>{reference}</h1>
        <ReadingNotice emergency={emergency} isUnread={isUnread} />
        {emergency ? null : (
          <NoFile isUnread={answer.problems.length > 0} error={error} onAgain={() => void refetch()} />
        )}
      </div>
    );
  const part: PartProps = { answer, family, onAgain: () => void refetch() };
  return (
    <OnlyReading value={isReading || isUnknown}>
      <div className="page file">
        <ReadingNotice emergency={emergency} isUnread={isUnread} />
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
            <ObjectionsPart {...part} />
            <HappenedPart reference={reference} />
            <WhoReadPart reference={reference} />
          </div>
        </div>
      </div>
    </OnlyReading>
  );
};
