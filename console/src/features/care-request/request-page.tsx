import { useEffect, useRef, useState } from 'react';
import { AskCareFor } from '../../graph/asked/ask-care-for.ts';
import type { AskCareForQuery } from '../../graph/asked/types.ts';
import { known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { language } from '../../messages/language.ts';
import { Link } from '../../routing/link.tsx';
import { ageInMonths, dayOf, sayDay } from '../../time/city-time.rules.ts';
import { AbsentBlock } from '../../ui/absent.tsx';
import { ageInWords } from '../../ui/age.ts';
import { NotRead } from '../../ui/read-page.tsx';
import { RequestForm } from './request-form.tsx';
import { requestWords } from './words.ts';
import './request.css';

type Child = NonNullable<AskCareForQuery['child']>;

const ageOf = ({ birthDate, expectedDate }: Child): string => {
  if (birthDate) return ageInWords(ageInMonths(birthDate, dayOf(Date.now())));
  return expectedDate ? sayDay(expectedDate, 'date', language) : '';
};

const FileLink = ({ child, isPrimary = false }: { readonly child: Child; readonly isPrimary?: boolean }) =>
  child.family?.reference ? (
    <Link
      to="/families/$reference"
      params={{ reference: child.family.reference }}
      className={isPrimary ? 'button primary' : 'button dense'}
    >
      {requestWords.openFile}
    </Link>
  ) : null;

const Done = ({ child }: { readonly child: Child }) => {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className="card request-form" aria-labelledby="saved">
      <h2 id="saved" ref={title} tabIndex={-1}>
        {requestWords.done}
      </h2>
      <p>{requestWords.doneLine}</p>
      <p>
        <FileLink child={child} isPrimary />
      </p>
    </section>
  );
};

/** What a family asks for one child: when, which kind of care, and where it would like it best. */
export const RequestPage = ({ childId }: { readonly childId: string }) => {
  const [isDone, setDone] = useState(false);
  const { data: answer, error, refetch } = useAnswer(AskCareFor, { id: childId });
  const onAgain = () => void refetch();
  const part = answer && known(answer, ['child'], answer.data.child);
  if (!answer || part?.is !== 'known')
    return (
      <div className="page narrow">
        <h1>{requestWords.titleUnknown}</h1>
        {part && part.is !== 'known' ? (
          <AbsentBlock part={part} none={requestWords.unknown} owner="care" onAgain={onAgain} />
        ) : (
          <NotRead error={error} onAgain={onAgain} />
        )}
      </div>
    );
  const child = part.value;
  return (
    <div className="page narrow">
      <div className="spread">
        <div>
          <h1>
            {requestWords.title(child.firstName ?? '')} <span className="muted">· {ageOf(child)}</span>
          </h1>
          <p className="muted">
            {child.family?.displayName} · {requestWords.lead}
          </p>
        </div>
        <FileLink child={child} />
      </div>
      {isDone ? (
        <Done child={child} />
      ) : (
        <RequestForm child={child} centres={answer.data.centres} onDone={() => setDone(true)} />
      )}
    </div>
  );
};
