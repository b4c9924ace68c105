import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { type Source, withSharedFragments } from '@relais/platform/graphql/shared-fragments.ts';
import {
  buildSchema,
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  Kind,
  parse,
  stripIgnoredCharacters,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const OPERATIONS = new URL('operations/', import.meta.url);

/** What the screens ask, one operation a file; what several say alike stands in a file of fragments. */
export const consoleDocuments = async (): Promise<Source[]> => {
  const names = (await readdir(OPERATIONS)).filter((name) => name.endsWith('.graphql')).sort();
  return Promise.all(
    names.map(async (file) => ({ file, text: await readFile(new URL(file, OPERATIONS), 'utf8') })),
  );
};

/** `FindFamilies` of `find-families.graphql`. */
const nameOf = ({ file }: Source): string =>
  path
    .basename(file, '.graphql')
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');

const isMutation = (document: DocumentNode): boolean =>
  document.definitions.some(
    (each) => each.kind === Kind.OPERATION_DEFINITION && each.operation === 'mutation',
  );

/** A refusal's word is for programs: the screens show the sentence that the graph says with it. */
const saysItself = (name: string): boolean => name.endsWith('RefusalReason');

const enumsAskedFor = (schema: GraphQLSchema, documents: readonly DocumentNode[]): string[] => {
  const found = new Set<string>();
  for (const document of documents) {
    const types = new TypeInfo(schema);
    const note = () => {
      const type = getNamedType(types.getType());
      if (isEnumType(type) && !saysItself(type.name)) found.add(type.name);
    };
    visit(document, visitWithTypeInfo(types, { Field: note }));
  }
  return [...found].sort();
};

const valuesOf = (schema: GraphQLSchema, name: string): string => {
  const type = schema.getType(name);
  const values = isEnumType(type) ? type.getValues() : [];
  return values.map((each) => `'${each.name}'`).join(' | ');
};

const HEAD = '// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.';

/** A module for each: a page loads what it asks, and nothing that others ask. */
const documentModule = (source: Source): [string, string] => {
  const name = nameOf(source);
  const kind = isMutation(parse(source.text)) ? 'Mutation' : 'Query';
  const text = JSON.stringify(stripIgnoredCharacters(source.text));
  return [
    `${path.basename(source.file, '.graphql')}.ts`,
    `${HEAD}
import { type Document, document } from '../document.ts';
import type { ${name}${kind}, ${name}${kind}Variables } from './types.ts';

export const ${name}: Document<${name}${kind}, ${name}${kind}Variables> = document(${text});
`,
  ];
};

/** The files of `src/graph/asked/` by name: each document, and in `types.ts` what they take and answer. */
export const asked = async (api: string, sources: readonly Source[]): Promise<[string, string][]> => {
  const schema = buildSchema(api);
  const documents = sources.map(({ file, text }) => ({ location: file, document: parse(text) }));
  const types = await codegen({
    filename: 'types.ts',
    schema: parse(api),
    schemaAst: schema,
    documents,
    plugins: [{ operations: {} }],
    pluginMap: { operations: typescriptOperations },
    config: {
      enumType: 'string-literal',
      skipTypename: true,
      useTypeImports: true,
      scalars: {
        ID: 'string',
        Date: 'string',
        DateTime: 'string',
        LocalTime: 'string',
      },
    },
  });
  const names = enumsAskedFor(
    schema,
    documents.map(({ document }) => document),
  );
  const enums = names.map((name) => `  readonly ${name}: ${valuesOf(schema, name)};`);
  const typed = `${HEAD}
${types.trim()}

/** The enums that the screens show. */
export type ShownEnums = {
${enums.join('\n')}
};
`;
  return [['types.ts', typed], ...withSharedFragments(sources).map(documentModule)];
};
