import { useState } from 'react';
import { FilesLookedFor } from '../../graph/asked/files-looked-for.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { dayOf, sayNearDay, timeOf } from '../../time/city-time.rules.ts';
import { PagedList } from '../../ui/paged-list.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { AuditProps } from './audit-page.tsx';
import { auditWords } from './words.ts';

const moment = (at: string): string =>
  auditWords.moment(sayNearDay(dayOf(at), dayOf(Date.now()), words.near, language), timeOf(at));

const ByWhom = ({ search, onSearch }: AuditProps) => {
  const [sub, setSub] = useState(search.sub ?? '');
  return (
    <form
      className="audit-search list-title no-print"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch({ show: 'lookups', sub: sub.trim() || undefined });
      }}
    >
      <TextField label={auditWords.sub} value={sub} onChange={setSub} />
      <button type="submit" className="button primary">
        {auditWords.look}
      </button>
    </form>
  );
};

/** Who asked whether a family has a file: whoever goes through surnames shows by how many, and by what they were told. */
export const LookupsPart = (props: AuditProps) => {
  const { sub } = props.search;
  return (
    <section className="card ruled" aria-labelledby="lookups">
      <div className="list-title">
        <h2 id="lookups">{auditWords.show.lookups}</h2>
        <p className="small muted">{auditWords.lookupsLead}</p>
      </div>
      <ByWhom {...props} />
      <PagedList
        isOnce
        document={FilesLookedFor}
        variablesOf={(after) => ({ ...(sub && { askedBy: sub }), ...(after && { after }) })}
        listOf={({ familyLookups }) => familyLookups}
        none={auditWords.noLookup}
        row={({ id, askedAt, askedBy, outcome, foundReferences }) => (
          <li key={id} className="spread">
            <span>
              <b>{askedBy}</b>{' '}
              <span className={outcome === 'TURNED_AWAY' ? 'tag late' : 'tag'}>
                {labels.LookupOutcome[outcome]}
              </span>{' '}
              <span className="small muted figures">{foundReferences.join(', ')}</span>
            </span>
            <span className="small faint figures">{moment(askedAt)}</span>
          </li>
        )}
      />
    </section>
  );
};
