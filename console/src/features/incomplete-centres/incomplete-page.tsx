import { CentresLeftIncomplete } from '../../graph/asked/centres-left-incomplete.ts';
import type { CentresLeftIncompleteQuery } from '../../graph/asked/types.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { dayOf, sayDay } from '../../time/city-time.rules.ts';
import { AsOf, NotRead } from '../../ui/read-page.tsx';
import { missingMost, soonestFirst } from './incomplete.rules.ts';
import { incompleteWords } from './words.ts';

type Listed = CentresLeftIncompleteQuery['incompleteCentres'][number];

const CentreLine = ({ listed }: { readonly listed: Listed }) => {
  const { source, sourceId, name, street, postalCode, city, missing, listedAt } = listed;
  return (
    <li className="stack">
      <div className="spread">
        <h2>{name}</h2>
        <span className="small faint figures">
          {sourceId ? incompleteWords.numbered(source, sourceId) : source} ·{' '}
          {sayDay(dayOf(listedAt), 'date', language)}
        </span>
      </div>
      <p className="small muted">{[street, postalCode, city].filter(Boolean).join(', ')}</p>
      <p className="row">
        {incompleteWords.missing} :
        {missing.map((fact) => (
          <span key={fact} className="tag late">
            {labels.CentreFact[fact]}
          </span>
        ))}
      </p>
    </li>
  );
};

const Found = ({ listed }: { readonly listed: readonly Listed[] }) => (
  <>
    {listed.length > 0 ? (
      <p className="notice">
        {incompleteWords.most} :{' '}
        {words.and(
          missingMost(listed).map(([fact, count]) => incompleteWords.by(labels.CentreFact[fact], count)),
        )}
        . {incompleteWords.next}
      </p>
    ) : null}
    <section className="card ruled" aria-label={incompleteWords.title}>
      <p className="list-title muted" role="status">
        {listed.length > 0 ? incompleteWords.count(listed.length) : incompleteWords.none}
      </p>
      <ul className="lines">
        {soonestFirst(listed).map((each) => (
          <CentreLine key={`${each.source} ${each.sourceId ?? each.name}`} listed={each} />
        ))}
      </ul>
    </section>
  </>
);

/** The centres that an import left incomplete, with what each of them lacks. */
export const IncompletePage = () => {
  const { data: answer, error, isFetching, refetch } = useAnswer(CentresLeftIncomplete, {});
  return (
    <div className="page">
      <div>
        <h1>{incompleteWords.title}</h1>
        <p className="muted">
          {incompleteWords.lead}
          {answer ? (
            <>
              {' '}
              <AsOf askedAt={answer.askedAt} isReading={isFetching} />
            </>
          ) : null}
        </p>
      </div>
      {answer ? (
        <Found listed={answer.data.incompleteCentres} />
      ) : (
        <NotRead error={error} onAgain={() => void refetch()} />
      )}
    </div>
  );
};
