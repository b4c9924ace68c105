import { WhatIsNewInCare } from '../../graph/asked/what-is-new-in-care.ts';
import { known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { addDays, dayOf, midnightOf, sayNearDay, timeOf } from '../../time/city-time.rules.ts';
import { AbsentBlock } from '../../ui/absent.tsx';
import { NotRead } from '../../ui/read-page.tsx';
import { deskWords } from './words.ts';

const DAYS = 3;

/** What others did in early childhood, newest first. */
export const MyNews = () => {
  const today = dayOf(Date.now());
  const {
    data: answer,
    error,
    refetch,
  } = useAnswer(WhatIsNewInCare, { since: midnightOf(addDays(today, -DAYS)) });
  const part = answer && known(answer, ['careNews'], answer.data.careNews);
  const edges = part?.is === 'known' ? part.value.edges : [];
  return (
    <section className="card desk-news" aria-labelledby="news">
      <h2 id="news">{deskWords.news}</h2>
      <p className="faint">{deskWords.newsLead}</p>
      {part ? null : <NotRead error={error} onAgain={() => void refetch()} />}
      {part && part.is !== 'known' ? (
        <AbsentBlock part={part} none={deskWords.noNews} owner="care" onAgain={() => void refetch()} />
      ) : null}
      {part?.is === 'known' && edges.length === 0 ? <p className="muted">{deskWords.noNews}</p> : null}
      <ul>
        {edges.map(({ node }) => (
          <li key={node.id}>
            <p>{node.sentence}</p>
            <p className="faint figures">
              {deskWords.at(sayNearDay(dayOf(node.at), today, words.near, language), timeOf(node.at))}
            </p>
          </li>
        ))}
      </ul>
      {part?.is === 'known' && part.value.pageInfo.hasNextPage ? (
        <p className="faint">{deskWords.moreNews}</p>
      ) : null}
    </section>
  );
};
