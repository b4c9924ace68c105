import { useState } from 'react';
import { FamiliesThatNeedMe } from '../../graph/asked/families-that-need-me.ts';
import type { FamiliesThatNeedMeQuery } from '../../graph/asked/types.ts';
import { known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { AwayTag } from '../../ui/absent.tsx';
import { Icon } from '../../ui/icons.tsx';
import { NothingYet } from '../../ui/nothing-yet.tsx';
import { AsOf, NotRead } from '../../ui/read-page.tsx';
import { walkRows } from '../../ui/walk-rows.ts';
import { familiesWords } from './words.ts';

type Edge = FamiliesThatNeedMeQuery['myFamilies']['edges'][number];
type Alert = Edge['node']['alerts'][number];

const SHOWN_ALERTS = 3;

const Alerts = ({ alerts, reference }: { readonly alerts: readonly Alert[]; readonly reference: string }) => (
  <ul className="alerts">
    {alerts.slice(0, SHOWN_ALERTS).map((alert) => (
      <li key={alert.kind + alert.subjectId} className="alert">
        <Icon name="warning" />
        <Link to="/families/$reference" params={{ reference }} hash={`about-${alert.subjectId}`}>
          {alert.message}
        </Link>
      </li>
    ))}
    {alerts.length > SHOWN_ALERTS ? (
      <li className="faint">{words.moreToSettle(alerts.length - SHOWN_ALERTS)}</li>
    ) : null}
  </ul>
);

const Line = ({ node: { family, alerts }, isAway }: Edge & { readonly isAway: boolean }) => {
  const reference = family?.reference;
  if (!reference) return <li className="family-line">{isAway ? <AwayTag /> : null}</li>;
  return (
    <li className="family-with-alerts">
      <Link to="/families/$reference" params={{ reference }} className="family-line" data-row>
        <span className="strong">{family.displayName ?? reference}</span>
        <span className="faint figures">{reference}</span>
        {alerts.length === 0 ? <span className="faint">{familiesWords.nothing}</span> : null}
      </Link>
      {alerts.length > 0 ? <Alerts alerts={alerts} reference={reference} /> : null}
    </li>
  );
};

type PageProps = {
  readonly after: string | undefined;
  readonly isLast: boolean;
  readonly onMore: (after: string) => void;
};

const FamiliesPart = ({ after, isLast, onMore }: PageProps) => {
  const {
    data: answer,
    error,
    refetch,
  } = useAnswer(FamiliesThatNeedMe, after === undefined ? {} : { after });
  if (!answer) return <NotRead error={error} onAgain={() => void refetch()} />;
  const { edges, pageInfo } = answer.data.myFamilies;
  const isAway = (index: number) =>
    known(answer, ['myFamilies', 'edges', index, 'node', 'family', 'reference'], null).is === 'away';
  return (
    <>
      <ul onKeyDown={walkRows}>
        {edges.map((edge, index) => (
          <Line key={edge.node.family?.id ?? index} node={edge.node} isAway={isAway(index)} />
        ))}
      </ul>
      {edges.length === 0 && after === undefined ? (
        <NothingYet said={familiesWords.none} next={familiesWords.noneNext} />
      ) : null}
      {isLast && pageInfo.hasNextPage ? (
        <p className="list-title">
          <button type="button" className="button" onClick={() => onMore(pageInfo.endCursor ?? '')}>
            {words.more}
          </button>
        </p>
      ) : null}
    </>
  );
};

const ReadAt = () => {
  const { data, isFetching } = useAnswer(FamiliesThatNeedMe, {});
  return data ? <AsOf askedAt={data.askedAt} isReading={isFetching} /> : null;
};

/** The families that somebody follows, those that need them first. */
export const MyFamilies = () => {
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined]);
  return (
    <section className="card" aria-labelledby="my-families">
      <div className="spread list-title">
        <h2 id="my-families">{familiesWords.needMe}</h2>
        <ReadAt />
      </div>
      {pages.map((after, index) => (
        <FamiliesPart
          key={after ?? 'first'}
          after={after}
          isLast={index === pages.length - 1}
          onMore={(next) => setPages([...pages, next])}
        />
      ))}
    </section>
  );
};
