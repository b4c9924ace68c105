import type { ReactNode } from 'react';
import type { Document } from '../graph/document.ts';
import type { Answer } from '../graph/known.rules.ts';
import { useAnswer } from '../graph/use-answer.ts';
import { MorePages, usePages } from './pages.tsx';
import { NotRead } from './read-page.tsx';
import { walkRows } from './walk-rows.ts';

type Listed<Node> = {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

type PagedListProps<Data, Variables, Node> = {
  readonly document: Document<Data, Variables>;
  /** What is asked for its page after a cursor, the first without one. */
  readonly variablesOf: (after: string | undefined) => Variables;
  readonly listOf: (data: Data) => Listed<Node>;
  readonly none: string;
  /** Only when somebody asks: each time is written down. */
  readonly isOnce?: boolean;
  /** A row: an `li`, with where it stands in the answer of its page. */
  readonly row: (node: Node, index: number, answer: Answer<Data>) => ReactNode;
};

type PageProps<Data, Variables, Node> = PagedListProps<Data, Variables, Node> & {
  readonly after: string | undefined;
  readonly isLast: boolean;
  readonly onMore: (after: string) => void;
};

const Page = <Data, Variables, Node>(props: PageProps<Data, Variables, Node>) => {
  const { document, variablesOf, listOf, none, isOnce = false, row, after, isLast, onMore } = props;
  const { data: answer, error, refetch } = useAnswer(document, variablesOf(after), { isOnce });
  if (!answer) return <NotRead error={error} onAgain={() => void refetch()} />;
  const { edges, pageInfo } = listOf(answer.data);
  return (
    <>
      {edges.length === 0 && after === undefined ? <p className="list-title muted">{none}</p> : null}
      {edges.length > 0 ? (
        <ul className="lines" onKeyDown={walkRows}>
          {edges.map(({ node }, index) => row(node, index, answer))}
        </ul>
      ) : null}
      {isLast ? <MorePages page={pageInfo} onMore={onMore} /> : null}
    </>
  );
};

/** A list that is read page by page, as many as somebody opened; another question begins anew. */
export const PagedList = <Data, Variables, Node>(props: PagedListProps<Data, Variables, Node>) => {
  const pages = usePages(JSON.stringify(props.variablesOf(undefined)));
  return pages.all.map((after) => (
    <Page key={after ?? 'first'} {...props} after={after} isLast={after === pages.last} onMore={pages.more} />
  ));
};
