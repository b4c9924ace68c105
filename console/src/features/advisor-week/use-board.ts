import { useMemo } from 'react';
import type { BoardMilestone } from '../../cover/milestone.ts';
import { AdvisorBoard } from '../../graph/asked/advisor-board.ts';
import type { AdvisorBoardQuery } from '../../graph/asked/types.ts';
import type { Answer } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';

export type Board = {
  readonly milestones: readonly BoardMilestone[];
  readonly askedAt: number;
  /** It holds more than two pages: what is counted is "at least". */
  readonly isCut: boolean;
};

const boardOf = (pages: readonly Answer<AdvisorBoardQuery>[]): Board | undefined => {
  const [page] = pages;
  return (
    page && {
      milestones: pages.flatMap(({ data }) => data.milestones.edges.map(({ node }) => node)),
      askedAt: page.askedAt,
      isCut: pages.at(-1)?.data.milestones.pageInfo.hasNextPage === true,
    }
  );
};

/** The milestones of a span, fifty at once, and fifty more where there are. */
export const useBoard = (variables: { readonly from: string; readonly to: string }) => {
  const first = useAnswer(AdvisorBoard, variables, { keepsLast: true });
  const after = first.data?.data.milestones.pageInfo.endCursor ?? '';
  const isWanted = first.data?.data.milestones.pageInfo.hasNextPage === true;
  const second = useAnswer(AdvisorBoard, { ...variables, after }, { isWanted });
  // The same while nothing new was read: what hangs on it need not be worked out at each key.
  const board = useMemo(
    () => boardOf([first.data, ...(isWanted ? [second.data] : [])].flatMap((page) => (page ? [page] : []))),
    [first.data, second.data, isWanted],
  );
  return { board, error: first.error, isFetching: first.isFetching, refetch: first.refetch };
};
