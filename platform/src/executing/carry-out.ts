import { type DocumentNode, type ExecutionResult, execute, type GraphQLSchema } from 'graphql';
import { Denials } from '../graphql/denials.ts';
import { ObjectBudget } from '../graphql/object-budget.ts';
import { type CompiledOperation, compileOperation } from './compiled-operation.ts';

export type Question = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** What one question has to itself. */
type Own = { readonly denials: Denials };

type Answered<Context> = { readonly result: ExecutionResult; readonly context: Context & Own };

/** Seen once, or compiled; `null` once it is known that it cannot be. */
type Memory = { readonly operationName: string | undefined; compiled?: CompiledOperation | null };

const known = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, Memory>>();

const memoryOf = (schema: GraphQLSchema): WeakMap<DocumentNode, Memory> => {
  const found = known.get(schema) ?? new WeakMap<DocumentNode, Memory>();
  known.set(schema, found);
  return found;
};

const compiledOrNull = ({ schema, document, operationName }: Question): CompiledOperation | null => {
  try {
    return compileOperation(schema, document, operationName);
  } catch {
    return null;
  }
};

/** From the second time on that it is asked; a document is one of a text that is remembered, or nobody has it any more. */
const compiledOf = (question: Question): CompiledOperation | null => {
  const ofSchema = memoryOf(question.schema);
  const memory = ofSchema.get(question.document);
  if (!memory) {
    ofSchema.set(question.document, { operationName: question.operationName });
    return null;
  }
  if (memory.operationName !== question.operationName) return null;
  if (memory.compiled === undefined) memory.compiled = compiledOrNull(question);
  return memory.compiled;
};

const budgetIn = (context: object): ObjectBudget | undefined =>
  'budget' in context && context.budget instanceof ObjectBudget ? context.budget : undefined;

/** What is denied belongs to the answer that it is missing from; what is spent, to the request. */
const owned = <Context extends object>(context: Context, budget: ObjectBudget | undefined): Context & Own =>
  Object.create(context, {
    denials: { value: new Denials() },
    ...(budget && { budget: { value: budget } }),
  }) as Context & Own;

const byGraphql = async <Context extends object>(
  { schema, document, operationName, variables }: Question,
  context: Context,
): Promise<ExecutionResult> =>
  execute({
    schema,
    document,
    operationName,
    variableValues: variables,
    contextValue: context,
    // A gateway has read the variables; another router may not have.
    options: { maxCoercionErrors: 1 },
  });

/**
 * Carries out a question to an agency: a query that was asked before by what was found out of it then, all else by
 * graphql-js. Where it turns out that only graphql-js knows what to answer, as where something is missing that must be
 * there, it is asked again that way as if it never had been: what was read is known, what was spent given back. A question
 * changes nothing, so that asking twice does no harm.
 */
export const carryOut = async <Context extends object>(
  question: Question,
  shared: Context,
  { isCompiled = true }: { readonly isCompiled?: boolean | undefined } = {},
): Promise<Answered<Context>> => {
  const compiled = isCompiled ? compiledOf(question) : null;
  const budget = budgetIn(shared)?.ofQuestion();
  const context = owned(shared, budget);
  const result = await compiled?.execute(context, question.variables);
  // What went over the budget is answered without anything, however it got there.
  if (result) return { result, context };
  budget?.giveBack();
  const anew = owned(shared, budget);
  return { result: await byGraphql(question, anew), context: anew };
};
