/** An operation with what it takes and what it answers. */
export type Document<Result, Variables> = {
  readonly name: string;
  readonly text: string;
  /** Never there: it carries the types. */
  readonly types?: (variables: Variables) => Result;
};

export const document = <Result, Variables>(text: string): Document<Result, Variables> => ({
  name: /^\w+ (\w+)/.exec(text)?.[1] ?? '',
  text,
});
