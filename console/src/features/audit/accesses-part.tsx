import { useState } from 'react';
import { AccessesAsked } from '../../graph/asked/accesses-asked.ts';
import type { AccessesAskedQuery } from '../../graph/asked/types.ts';
import { type Answer, known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { language } from '../../messages/language.ts';
import { accessVariables } from '../../searches.rules.ts';
import { dayOf, sayDay, timeOf } from '../../time/city-time.rules.ts';
import { AbsentBlock } from '../../ui/absent.tsx';
import { InputField } from '../../ui/input-field.tsx';
import { AsOf, NotRead } from '../../ui/read-page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { mergedOf } from './audit.rules.ts';
import type { AuditProps } from './audit-page.tsx';
import { auditWords } from './words.ts';

const FIRST = 20;
const MOST = 100;

/** Asked for as a whole: each question to a log is itself written down. */
const SearchForm = ({ search, onSearch }: AuditProps) => {
  const [draft, setDraft] = useState({
    reference: search.reference ?? '',
    sub: search.sub ?? '',
    from: search.from ?? '',
    to: search.to ?? '',
  });
  const set = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  return (
    <form
      className="audit-search no-print"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch({
          show: 'accesses',
          reference: draft.reference.trim() || undefined,
          sub: draft.sub.trim() || undefined,
          from: draft.from || undefined,
          to: draft.to || undefined,
        });
      }}
    >
      <TextField
        label={auditWords.reference}
        value={draft.reference}
        onChange={(reference) => set({ reference })}
      />
      <TextField label={auditWords.sub} value={draft.sub} onChange={(sub) => set({ sub })} />
      <InputField type="date" label={auditWords.from} value={draft.from} onChange={(from) => set({ from })} />
      <InputField type="date" label={auditWords.to} value={draft.to} onChange={(to) => set({ to })} />
      <button type="submit" className="button primary">
        {auditWords.look}
      </button>
    </form>
  );
};

const logsOf = (answer: Answer<AccessesAskedQuery>) => ({
  care: known(answer, ['careAccessLog'], answer.data.careAccessLog),
  jobSearch: known(answer, ['jobSearchAccessLog'], answer.data.jobSearchAccessLog),
  benefits: known(answer, ['benefitsAccessLog'], answer.data.benefitsAccessLog),
});

type FoundProps = {
  readonly answer: Answer<AccessesAskedQuery>;
  readonly onAgain: () => void;
  readonly onOlder: (() => void) | undefined;
};

const Found = ({ answer, onAgain, onOlder }: FoundProps) => {
  const { shown, away, hasMore } = mergedOf(logsOf(answer));
  return (
    <>
      {away.map((log) => (
        <AbsentBlock key={log} part={{ is: 'away' }} none="" owner={log} onAgain={onAgain} />
      ))}
      {shown.length === 0 && away.length === 0 ? <p className="muted">{auditWords.noAccess}</p> : null}
      <ul>
        {shown.map(({ id, at, reference, sentence, log }) => (
          <li key={log + id} className="audit-access">
            <span className="figures muted">
              {sayDay(dayOf(at), 'short', language)} {timeOf(at)}
            </span>
            <span className="figures">{reference}</span>
            <span>{sentence}</span>
            <span className="faint">{auditWords.logs[log]}</span>
          </li>
        ))}
      </ul>
      {hasMore && onOlder ? (
        <p className="no-print">
          <button type="button" className="button" onClick={onOlder}>
            {auditWords.older}
          </button>
        </p>
      ) : null}
      {hasMore && !onOlder ? <p className="muted">{auditWords.cut(MOST)}</p> : null}
    </>
  );
};

/** Who asked the agencies for what: of one family, one person, or a period. */
export const AccessesPart = ({ search, onSearch }: AuditProps) => {
  const [first, setFirst] = useState(FIRST);
  const asked = useAnswer(AccessesAsked, accessVariables(search, first), {
    keepsLast: true,
    isOnce: true,
  });
  const { data: answer, error, isFetching, refetch } = asked;
  const onAgain = () => void refetch();
  return (
    <section className="card audit-part" aria-labelledby="accesses">
      <div className="spread">
        <h2 id="accesses">{auditWords.show.accesses}</h2>
        {answer ? <AsOf askedAt={answer.askedAt} isReading={isFetching} /> : null}
      </div>
      <SearchForm key={JSON.stringify(search)} search={search} onSearch={onSearch} />
      {answer ? (
        <Found answer={answer} onAgain={onAgain} onOlder={first < MOST ? () => setFirst(MOST) : undefined} />
      ) : (
        <NotRead error={error} onAgain={onAgain} />
      )}
    </section>
  );
};
