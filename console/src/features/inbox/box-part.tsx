import type { ReactNode } from 'react';
import { useAnswer } from '../../graph/use-answer.ts';
import { NotYetTold } from '../../ui/not-yet-told.tsx';
import { PagedList } from '../../ui/paged-list.tsx';
import { AsOf } from '../../ui/read-page.tsx';

type BoxPartProps<Data, Variables, Node> = {
  readonly id: string;
  readonly title: string;
  /** The agencies that do not know yet what was answered here: a line may go with its answer. */
  readonly notYet: readonly string[];
} & Parameters<typeof PagedList<Data, Variables, Node>>[0];

/** What waits in a box, page by page, with when it was read. */
export const BoxPart = <Data, Variables, Node>({
  id,
  title,
  notYet,
  ...list
}: BoxPartProps<Data, Variables, Node>): ReactNode => {
  const first = useAnswer(list.document, list.variablesOf(undefined));
  return (
    <section className="card ruled" aria-labelledby={id}>
      <h2 id={id} className="list-title">
        {title} {first.data ? <AsOf askedAt={first.data.askedAt} isReading={first.isFetching} /> : null}
      </h2>
      <NotYetTold agencies={notYet} />
      <PagedList {...list} />
    </section>
  );
};
