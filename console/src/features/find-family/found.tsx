import { FindFamilies } from '../../graph/asked/find-families.ts';
import type { FindFamiliesQuery } from '../../graph/asked/types.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { ageInMonths, dayOf } from '../../time/city-time.rules.ts';
import { ageInWords } from '../../ui/age.ts';
import { NotRead } from '../../ui/read-page.tsx';
import { walkRows } from '../../ui/walk-rows.ts';
import { familiesWords } from './words.ts';

type Family = FindFamiliesQuery['families']['edges'][number]['node'];

/** With ages, so that one is sure who is meant before the file is opened. */
const childrenOf = ({ children }: Family): string =>
  words.and(
    (children ?? []).map(({ firstName, birthDate }) => {
      const age = birthDate ? ageInWords(ageInMonths(birthDate, dayOf(Date.now()))) : familiesWords.expected;
      return `${firstName ?? ''} (${age})`;
    }),
  );

const Line = ({ family }: { readonly family: Family }) => (
  <li>
    <Link
      to="/families/$reference"
      params={{ reference: family.reference ?? '' }}
      className="family-line"
      data-row
    >
      <span className="strong">{family.displayName}</span>
      <span className="faint figures">{family.reference}</span>
      <span className="muted small">{childrenOf(family)}</span>
      <span className="muted small">{family.district?.name}</span>
    </Link>
  </li>
);

export const Found = ({ search }: { readonly search: string }) => {
  const { data: answer, error, refetch } = useAnswer(FindFamilies, { search }, { keepsLast: true });
  if (!answer) return <NotRead error={error} onAgain={() => void refetch()} />;
  const { edges, pageInfo } = answer.data.families;
  if (edges.length === 0)
    return (
      <div className="card side" role="status">
        <p className="strong">{familiesWords.noResult}</p>
        <p className="muted">{familiesWords.maybe}</p>
      </div>
    );
  return (
    <section className="card" aria-labelledby="found">
      <h2 id="found" className="list-title" role="status">
        {familiesWords.results(edges.length, pageInfo.hasNextPage)}
      </h2>
      <ul onKeyDown={walkRows}>
        {edges.map(({ node }) => (
          <Line key={node.id} family={node} />
        ))}
      </ul>
    </section>
  );
};
