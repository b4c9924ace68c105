import { words } from '../../messages/words.ts';
import { AUDITS, type AuditSearch } from '../../searches.rules.ts';
import { SessionsEndedList } from '../../ui/sessions-ended.tsx';
import { AccessesPart } from './accesses-part.tsx';
import { EmergenciesPart } from './emergencies-part.tsx';
import { LookupsPart } from './lookups-part.tsx';
import { SealsPart } from './seals-part.tsx';
import { auditWords } from './words.ts';

export type AuditProps = {
  readonly search: AuditSearch;
  readonly onSearch: (search: AuditSearch) => void;
};

/** What an auditor looks at: who opened which file in an emergency, who asked for what, and how the logs are sealed. */
export const AuditPage = ({ search, onSearch }: AuditProps) => {
  const show = search.show ?? 'emergencies';
  return (
    <div className="page">
      <div>
        <h1>{auditWords.title}</h1>
        <p className="muted">{auditWords.lead}</p>
      </div>
      <fieldset className="filters no-print">
        <legend className="unseen">{auditWords.filters}</legend>
        {AUDITS.map((each) => (
          <button
            key={each}
            type="button"
            className="pill"
            aria-pressed={each === show}
            onClick={() => onSearch({ ...search, show: each })}
          >
            {auditWords.show[each]}
          </button>
        ))}
      </fieldset>
      {show === 'emergencies' ? (
        <>
          <EmergenciesPart isReviewed={false} onSearch={onSearch} />
          <EmergenciesPart isReviewed onSearch={onSearch} />
        </>
      ) : null}
      {show === 'accesses' ? <AccessesPart search={search} onSearch={onSearch} /> : null}
      {show === 'lookups' ? <LookupsPart search={search} onSearch={onSearch} /> : null}
      {show === 'sessions' ? (
        <section className="card ruled" aria-labelledby="sessions">
          <div className="list-title">
            <h2 id="sessions">{words.sessionsEnded.title}</h2>
            <p className="small muted">{auditWords.sessionsLead}</p>
          </div>
          <SessionsEndedList />
        </section>
      ) : null}
      {show === 'seals' ? <SealsPart /> : null}
    </div>
  );
};
