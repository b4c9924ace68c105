import type { BoardMilestone } from '../../cover/milestone.ts';
import { AdvisorBoard } from '../../graph/asked/advisor-board.ts';
import { useAnswer } from '../../graph/use-answer.ts';

export type Board = {
  readonly milestones: readonly BoardMilestone[];
  readonly askedAt: number;
  /** It holds more than two pages: what is counted is "at least". */
  readonly isCut: boolean;
};

/** The milestones of a span, fifty at once, and fifty more where there are. */
export const useBoard = (variables: { readonly from: string; readonly to: string }) => {
  const first = useAnswer(AdvisorBoard, variables, { keepsLast: true });
  const after = first.data?.data.milestones.pageInfo.endCursor ?? '';
  const isWanted = first.data?.data.milestones.pageInfo.hasNextPage === true;
  const second = useAnswer(AdvisorBoard, { ...variables, after }, { isWanted });
  const pages = [first.data, ...(isWanted ? [second.data] : [])].flatMap((page) => (page ? [page] : []));
  const [page] = pages;
  const board: Board | undefined = page && {
    milestones: pages.flatMap(({ data }) => data.milestones.edges.map(({ node }) => node)),
    askedAt: page.askedAt,
    isCut: pages.at(-1)?.data.milestones.pageInfo.hasNextPage === true,
  };
  return { board, error: first.error, isFetching: first.isFetching, refetch: first.refetch };
};
