import {
  defaultFieldResolver,
  type ExecutionResult,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
} from 'graphql';
import { isPromise } from '../maybe-promise.ts';
import { type Catalogue, type Language, say } from '../messages.ts';

/** Objects that one request may make one subgraph answer, whatever the gateway took its lists to hold. */
const MOST_OBJECTS = 50_000;

const messages: Catalogue<'TOO_MANY_OBJECTS'> = {
  fr: {
    TOO_MANY_OBJECTS:
      'La réponse compte plus de {most} objets. Demandez une période plus courte, des pages plus petites ou moins de listes à la fois.',
  },
  en: {
    TOO_MANY_OBJECTS:
      'The answer holds more than {most} objects. Ask for a shorter period, smaller pages or fewer lists at once.',
  },
};

/** What all questions of one request share. */
type Pot = { readonly most: number; left: number; exceeded?: GraphQLError };

/**
 * Counts what a request makes a subgraph answer. An execution that runs cannot be stopped from outside, so each list
 * asks here before its items are resolved: once the budget is spent, nothing that holds objects is resolved any more.
 */
export class ObjectBudget {
  readonly #pot: Pot;
  readonly #language: Language;
  #spent = 0;

  constructor(language: Language, most = MOST_OBJECTS, pot: Pot = { most, left: most }) {
    this.#language = language;
    this.#pot = pot;
  }

  get isSpent(): boolean {
    return this.#pot.left < 0;
  }

  /** One for all fields that it ends, with a path as if it were at its place: else graphql-js would make thousands. */
  get exceeded(): GraphQLError {
    const { most } = this.#pot;
    this.#pot.exceeded ??= new GraphQLError(say(messages, this.#language, 'TOO_MANY_OBJECTS', { most }), {
      path: [],
      extensions: { code: 'LIMIT_EXCEEDED' },
    });
    return this.#pot.exceeded;
  }

  /** The same for one of the questions of the request, so that it is known what that one spent. */
  ofQuestion(): ObjectBudget {
    return new ObjectBudget(this.#language, this.#pot.most, this.#pot);
  }

  /** As if the question had not been asked; it is asked again. */
  giveBack(): void {
    this.#pot.left += this.#spent;
    this.#spent = 0;
  }

  /** What a field answered, when it can still be afforded. */
  spend<Value>(value: Value): Value {
    if (value === null || value === undefined) return value;
    const count = Array.isArray(value) ? value.length : 1;
    this.#spent += count;
    this.#pot.left -= count;
    if (this.isSpent) throw this.exceeded;
    return value;
  }
}

type Budgeted = { readonly budget: ObjectBudget };
type AnyField = GraphQLField<unknown, Budgeted>;

const spending =
  (resolve: NonNullable<AnyField['resolve']>): NonNullable<AnyField['resolve']> =>
  (source, args, context, info) => {
    const { budget } = context;
    if (budget.isSpent) throw budget.exceeded;
    const value = resolve(source, args, context, info);
    return isPromise(value) ? value.then((found) => budget.spend(found)) : budget.spend(value);
  };

/** Makes every field that answers objects spend from its request's budget. */
export const spendOnObjects = (schema: GraphQLSchema): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isCompositeType(getNamedType(field.type))) continue;
      field.resolve = spending(field.resolve ?? defaultFieldResolver);
    }
  }
};

const budgetIn = (context: object): ObjectBudget | undefined =>
  'budget' in context && context.budget instanceof ObjectBudget ? context.budget : undefined;

/** An answer beyond the budget is refused whole: half of it, full of nulls, would look like one. */
export const withinBudget = <Result extends Pick<ExecutionResult, 'data' | 'errors'>>(
  result: Result,
  context: object,
): Result | { data: null; errors: readonly GraphQLError[] } => {
  const budget = budgetIn(context);
  return budget?.isSpent ? { data: null, errors: [budget.exceeded] } : result;
};
