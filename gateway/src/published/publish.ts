import { Supergraph } from '@apollo/federation-internals';
import type { Source } from '@relais/platform/graphql/shared-fragments.ts';
import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  parse,
  print,
  specifiedRules,
  validate,
} from 'graphql';
import { aliasRule, supergraphSchema } from '../limits/alias-rule.ts';
import { conditionRule } from '../limits/condition-rule.ts';
import { limits } from '../limits/limits.ts';
import { listSizesOf } from '../limits/list-sizes.ts';
import { countObjects } from '../limits/object-count.ts';
import { aliasCountRule, depthRule } from '../limits/size-rules.ts';
import { inWords } from '../messages/sentences.ts';
import { literalRule } from '../values/literal-rule.ts';
import { operationProblem } from '../values/operation-problem.ts';
import { idOf, type Manifest, manifestOf, type PublishedOperation } from './manifest.ts';

type Graph = { readonly supergraph: GraphQLSchema; readonly api: GraphQLSchema };

const operationsIn = ({ definitions }: DocumentNode): OperationDefinitionNode[] =>
  definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);

/** What the gateway would refuse of it whatever its variables are. */
const problemsOf = ({ supergraph, api }: Graph, document: DocumentNode): readonly string[] => {
  const [operation, ...others] = operationsIn(document);
  if (!operation?.name || others.length > 0) return ['hold one operation, and give it a name'];
  const rules = [
    ...specifiedRules,
    NoSchemaIntrospectionCustomRule,
    ...[aliasRule(supergraph), depthRule, aliasCountRule, conditionRule, literalRule],
  ];
  const invalid = validate(api, document, rules).map(({ message }) => message);
  const problem = operationProblem(operation);
  if (problem || invalid.length > 0) return [...invalid, ...(problem ? [inWords(problem, 'en')] : [])];
  const asked = { schema: api, listSizes: listSizesOf(supergraph), document, operation, variables: {} };
  const parameters = { found: countObjects(asked), most: limits.objects };
  return parameters.found > limits.objects ? [inWords({ key: 'TOO_MANY_OBJECTS', parameters }, 'en')] : [];
};

const published = (graph: Graph, { text }: Source): PublishedOperation => {
  const document = parse(text, { maxTokens: limits.publishedTokens });
  const problems = problemsOf(graph, document);
  const [operation] = operationsIn(document);
  if (!operation?.name || operation.operation === 'subscription' || problems.length > 0)
    throw new Error(problems.join(' '));
  const body = print(document);
  return { id: idOf(body), name: operation.name.value, type: operation.operation, body };
};

const saidTwice = (all: readonly PublishedOperation[]): readonly string[] => {
  const names = all.map(({ name }) => name);
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
};

/** Publishes documents for a graph, all of them or none. */
export const publish = (supergraphSdl: string, sources: readonly Source[]): Manifest => {
  const api = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
  const graph: Graph = { supergraph: supergraphSchema(supergraphSdl), api };
  const problems: string[] = [];
  const operations = sources.flatMap((source) => {
    try {
      return [published(graph, source)];
    } catch (error) {
      problems.push(`${source.file}: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  });
  for (const name of saidTwice(operations)) problems.push(`${name}: give each operation a name of its own`);
  if (sources.length === 0) problems.push('There is nothing to publish.');
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return manifestOf(operations);
};

/** A manifest as its file has it. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;
