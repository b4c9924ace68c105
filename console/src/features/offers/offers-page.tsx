import { PlacesOffered } from '../../graph/asked/places-offered.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { OFFERS_SHOWN, type OffersSearch, offersVariables } from '../../searches.rules.ts';
import { NothingYet } from '../../ui/nothing-yet.tsx';
import { MorePages, usePages } from '../../ui/pages.tsx';
import { AsOf, NotRead } from '../../ui/read-page.tsx';
import { walkRows } from '../../ui/walk-rows.ts';
import { OfferLine } from './offer-line.tsx';
import { offerWords } from './words.ts';

export type OffersProps = {
  readonly search: OffersSearch;
  readonly onSearch: (search: OffersSearch) => void;
};

const Filters = ({ search, onSearch }: OffersProps) => (
  <fieldset className="filters no-print">
    <legend className="unseen">{offerWords.filters}</legend>
    {OFFERS_SHOWN.map((each) => (
      <button
        key={each}
        type="button"
        className="pill"
        aria-pressed={each === (search.show ?? 'open')}
        onClick={() => onSearch({ show: each })}
      >
        {offerWords.show[each]}
      </button>
    ))}
  </fieldset>
);

const OffersPart = ({
  search,
  after,
}: Pick<OffersProps, 'search'> & { readonly after: string | undefined }) => {
  const {
    data: answer,
    error,
    refetch,
  } = useAnswer(PlacesOffered, offersVariables(search, after), {
    keepsLast: true,
  });
  if (!answer) return <NotRead error={error} onAgain={() => void refetch()} />;
  const { edges } = answer.data.careOffers;
  if (edges.length === 0 && after === undefined)
    return (search.show ?? 'open') === 'open' ? (
      <NothingYet said={offerWords.none} next={offerWords.noneNext}>
        <Link to="/waiting" className="button">
          {words.shell.waiting}
        </Link>
      </NothingYet>
    ) : (
      <p className="list-title muted">{offerWords.noneSuch}</p>
    );
  return (
    <ul onKeyDown={walkRows}>
      {edges.map(({ node }) => (
        <OfferLine key={node.id} offer={node} />
      ))}
    </ul>
  );
};

/** The places held for families, those that expire first; their answer is noted here. */
export const OffersPage = ({ search, onSearch }: OffersProps) => {
  const pages = usePages(search.show ?? '');
  const first = useAnswer(PlacesOffered, offersVariables(search, undefined), { keepsLast: true });
  const last = useAnswer(PlacesOffered, offersVariables(search, pages.last), { keepsLast: true });
  const list = first.data?.data.careOffers;
  return (
    <div className="page">
      <div>
        <h1>{offerWords.title}</h1>
        <p className="muted">
          {list ? offerWords.count(list.totalCount, !list.isExact) : ''}
          {first.data ? (
            <>
              {' · '}
              <AsOf askedAt={first.data.askedAt} isReading={first.isFetching} />
            </>
          ) : null}
        </p>
      </div>
      <Filters search={search} onSearch={onSearch} />
      <section className="card ruled" aria-label={offerWords.title}>
        {pages.all.map((after) => (
          <OffersPart key={after ?? 'first'} search={search} after={after} />
        ))}
        <MorePages page={last.data?.data.careOffers.pageInfo} onMore={pages.more} />
      </section>
    </div>
  );
};
