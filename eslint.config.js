import graphql from '@graphql-eslint/eslint-plugin';

/** Only the contract is linted here: TypeScript is Biome's. */
const contract = {
  ...graphql.configs['flat/operations-recommended'].rules,
  '@graphql-eslint/selection-set-depth': 'off',
  '@graphql-eslint/require-import-fragment': 'off',
  '@graphql-eslint/match-document-filename': [
    'error',
    { fileExtension: '.graphql', query: 'kebab-case', mutation: 'kebab-case' },
  ],
};

const shape = {
  '@graphql-eslint/require-description': [
    'error',
    {
      types: true,
      rootField: true,
      FieldDefinition: true,
      InputValueDefinition: true,
      EnumValueDefinition: true,
      DirectiveDefinition: true,
      ignoredSelectors: ['ObjectTypeDefinition[name.value=/^(Query|Mutation)$/]'],
    },
  ],
  '@graphql-eslint/naming-convention': [
    'error',
    {
      types: 'PascalCase',
      FieldDefinition: 'camelCase',
      InputValueDefinition: 'camelCase',
      Argument: 'camelCase',
      EnumValueDefinition: 'UPPER_CASE',
    },
  ],
  '@graphql-eslint/input-name': ['error', { checkInputType: true, caseSensitiveInputType: false }],
  '@graphql-eslint/no-hashtag-description': 'error',
  '@graphql-eslint/no-typename-prefix': 'error',
  '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
  '@graphql-eslint/relay-edge-types': [
    'error',
    { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
  ],
  '@graphql-eslint/relay-page-info': 'error',
};

const parserOptions = {
  graphQLConfig: {
    schema: 'schema/api.graphql',
    documents: ['schema/operations/*.graphql', 'console/operations/*.graphql'],
  },
};

export default [
  {
    files: ['schema/api.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions },
    plugins: { '@graphql-eslint': graphql },
    rules: shape,
  },
  {
    files: ['schema/operations/*.graphql', 'console/operations/*.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions },
    plugins: { '@graphql-eslint': graphql },
    rules: contract,
  },
  { ignores: ['**/*.ts', '**/*.js'] },
];
