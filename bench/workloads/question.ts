/** One request of a workload: as an operation of the graph, and by name for whoever has no graph. */
export type Question = {
  readonly workload: string;
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
};
