import { type DocumentNode, type ExecutionResult, type GraphQLSchema, getVariableValues } from 'graphql';
import { objectCompleter } from './fields.ts';
import { Run } from './run.ts';
import { type Document, documentOf, notCompiled } from './selections.ts';

type Values = { readonly [name: string]: unknown };

/** A query whose fields were looked up once: what each is read by, what it may be, what is asked of it. */
export type CompiledOperation = Document & {
  /** `undefined` where graphql-js has to answer; what was read for it is known by then. */
  execute(context: object, variables: Values): Promise<ExecutionResult | undefined>;
};

/** Throws `NotCompiled` for what is not for here: whatever is no query, directives, interfaces, questions about the schema. */
export const compileOperation = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): CompiledOperation => {
  const asked = documentOf(schema, document, operationName);
  const { operation } = asked;
  const root = schema.getQueryType();
  if (operation.operation !== 'query' || !root) return notCompiled('no query');
  const complete = objectCompleter(asked, root, [operation.selectionSet]);
  const compiled: CompiledOperation = {
    ...asked,
    async execute(context, given) {
      const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
        maxErrors: 1,
      });
      if (!coerced) return undefined;
      const run = new Run(compiled, context, coerced);
      const data = complete(run, undefined, undefined) as NonNullable<ExecutionResult['data']>;
      await run.ended();
      if (run.isOdd) return undefined;
      return run.errors.length > 0 ? { errors: run.errors, data } : { data };
    },
  };
  return compiled;
};
