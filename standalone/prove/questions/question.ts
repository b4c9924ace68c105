import { limits } from '@relais/gateway/limits/limits.ts';
import type { ListSizes } from '@relais/gateway/limits/list-sizes.ts';
import { countObjects } from '@relais/gateway/limits/object-count.ts';
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  Lexer,
  parse,
  Source,
  TokenKind,
} from 'graphql';
import { NOBODY, type Pick } from './arguments.ts';

/** A field with what is asked of it; a question is the tree of them. */
export type Asked = {
  readonly name: string;
  readonly args: string;
  readonly type: GraphQLObjectType;
  readonly inner: readonly Asked[];
};

type Field = GraphQLField<unknown, unknown>;

const TRIES = 60;

const composite = (field: Field): GraphQLObjectType | undefined => {
  const type = getNamedType(field.type);
  return isObjectType(type) ? type : undefined;
};

/** Every plain value that takes no argument. */
const leavesOf = (type: GraphQLObjectType): string[] =>
  Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument))
    .map(({ name }) => name);

const printed = ({ name, args, type, inner }: Asked): string => {
  const selection = [...leavesOf(type), ...inner.map(printed)].join(' ');
  return `${name}${args} { ${selection || '__typename'} }`;
};

export const textOf = (root: Asked): string => `{ ${printed(root)} }`;

const tokensOf = (text: string): number => {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
};

const depthOf = ({ inner }: Asked): number => 1 + Math.max(0, ...inner.map(depthOf));

const isPermitted = (root: Asked, schema: GraphQLSchema, listSizes: ListSizes): boolean => {
  const text = textOf(root);
  if (depthOf(root) > limits.depth || tokensOf(text) > limits.tokens) return false;
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) return false;
  return countObjects({ schema, listSizes, document, operation, variables: {} }) <= limits.objects;
};

export type MakerOptions = {
  readonly api: GraphQLSchema;
  readonly listSizes: ListSizes;
  readonly pick: Pick;
  readonly writeArguments: (field: Field, owner: string) => string;
};

/** Makes random questions that the limits permit, each as large as it may become. */
export const questionMaker = ({ api, listSizes, pick, writeArguments }: MakerOptions) => {
  const ask = (field: Field | undefined): Asked | undefined => {
    const type = field && composite(field);
    return field && type && { name: field.name, args: writeArguments(field, type.name), type, inner: [] };
  };

  const replaced = (node: Asked, old: Asked, now: Asked): Asked => ({
    ...node,
    inner: node.inner.map((each) => (each === old ? now : each)),
  });

  /** One more link, somewhere. */
  const grown = (node: Asked): Asked => {
    const into = pick([undefined, ...node.inner, ...node.inner]);
    if (into) return replaced(node, into, grown(into));
    const taken = new Set(node.inner.map(({ name }) => name));
    const links = Object.values(node.type.getFields()).filter(
      (field) => composite(field) && !taken.has(field.name),
    );
    const asked = ask(pick(links));
    return asked ? { ...node, inner: [...node.inner, asked] } : node;
  };

  /** Something left out, so that something else has room. */
  const pruned = (node: Asked): Asked => {
    const victim = pick(node.inner);
    if (!victim) return node;
    if (pick([true, false])) return replaced(node, victim, pruned(victim));
    return { ...node, inner: node.inner.filter((each) => each !== victim) };
  };

  const grow = (root: Asked): Asked => {
    let largest = root;
    for (let count = 0; count < TRIES; count += 1) {
      const next = grown(largest);
      if (isPermitted(next, api, listSizes)) largest = next;
    }
    return largest;
  };

  const roots = Object.values(api.getQueryType()?.getFields() ?? {}).filter(composite);
  return {
    make(): Asked | undefined {
      // What is asked about nobody is answered with nothing, and costs nothing.
      const asked = roots.map(() => ask(pick(roots))).find((each) => each && !each.args.includes(NOBODY));
      return asked && isPermitted(asked, api, listSizes) ? grow(asked) : undefined;
    },
    vary: (root: Asked): Asked => grow(pruned(root)),
  };
};
