/** One request of a workload: as an operation of the graph, and by name for whoever has no graph. */
export type Question = {
  readonly workload: string;
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whose question it is, where the answer depends on that; of anybody who may see it when left out. */
  readonly token?: string;
  /** Where it cannot be asked twice, so that no two answers are the same: whether one is right. */
  readonly isRight?: (text: string) => boolean;
};
