/** The import walls: what may know what. */
const testCode = '(\\.test|\\.builder)\\.ts$|/testing/';

/** The rooms of the gateway from the ground up: each may know those before it. */
const gatewayRooms = [
  'messages',
  'limits',
  'values',
  'traffic',
  'missing',
  'data-sources',
  'plan',
  'published',
  'http',
  'session',
];

const upwards = (folder, rooms) =>
  rooms.slice(0, -1).map((room, index) => ({
    name: `${folder}/${room}-looks-down`,
    severity: 'error',
    from: { path: `^${folder}/${room}/`, pathNot: testCode },
    to: { path: `^${folder}/(${rooms.slice(index + 1).join('|')})/` },
  }));

/** Early childhood is built in wings: each may import only those before it. */
const wings = ['centres', 'families', 'history', 'cover', 'care', 'options', 'requests', 'household', 'desk'];
const folderOf = (names) => `^subgraphs/early-childhood/src/(${names.join('|')})/`;
const wingsImportDownwards = wings.slice(0, -1).map((wing, index) => ({
  name: `${wing}-imports-no-wing-above`,
  comment: 'What two wings need lies in the lower one; a field lives with the wing that answers it.',
  severity: 'error',
  from: { path: folderOf([wing]), pathNot: testCode },
  to: { path: folderOf(wings.slice(index + 1)) },
}));

module.exports = {
  forbidden: [
    ...wingsImportDownwards,
    {
      name: 'wings-know-not-what-they-make',
      comment: 'Only the top composes the wings; below it, permissions alone are known to all.',
      severity: 'error',
      from: { path: folderOf(wings), pathNot: testCode },
      to: { path: '^subgraphs/early-childhood/src/[^/]+\\.ts$', pathNot: '/permissions\\.ts$' },
    },
    ...upwards('gateway/src', gatewayRooms),
    {
      name: 'reading-has-few-doors',
      comment:
        'A database is read by its lane; relations and links are declared, and a request reads by them. How is nobody else’s affair.',
      severity: 'error',
      from: { pathNot: '^platform/src/reading/' },
      to: { path: '^platform/src/reading/', pathNot: '/(lane|links|reading|relation)\\.ts$' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one thing or three.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'rules-are-pure',
      comment: 'A rule gets facts and gives an answer: it imports types, other rules and civil time.',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: {
        pathNot:
          '\\.rules\\.ts$|^platform/src/time/|^platform/src/errors\\.ts$|node_modules/temporal-polyfill/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'resolvers-ask-queries',
      comment: 'Only queries, actions, records and migrations know how things are stored.',
      severity: 'error',
      from: { path: '\\.resolver\\.ts$' },
      to: { path: 'node_modules/(@types/)?(typeorm|pg)/' },
    },
    {
      name: 'subgraphs-stay-apart',
      comment: 'Agencies meet in the graph and in events.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^(subgraphs|gateway|standalone)/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      from: { path: '^platform/' },
      to: { path: '^(subgraphs|gateway|standalone|schema)/' },
    },
    {
      name: 'gateway-knows-no-subgraph',
      severity: 'error',
      from: { path: '^gateway/src/', pathNot: testCode },
      to: { path: '^(subgraphs|standalone)/' },
    },
    {
      name: 'screens-know-no-server',
      comment: 'A screen knows the graph by its documents alone.',
      severity: 'error',
      from: { path: '^console/src/' },
      to: { path: '^(platform|gateway|standalone|subgraphs|schema|console/[^/]+\\.ts$)' },
    },
    {
      name: 'features-stay-apart',
      comment: 'What two features need lies below them: in cover, emergency, ui, graph or time.',
      severity: 'error',
      from: { path: '^console/src/features/([^/]+)/' },
      to: { path: '^console/src/features/', pathNot: '^console/src/features/$1/' },
    },
    {
      name: 'parts-know-no-feature',
      comment: 'Only the router knows the features.',
      severity: 'error',
      from: { path: '^console/src/(ui|cover|emergency|graph|routing|time|messages|shell)/' },
      to: { path: '^console/src/(features/|router\\.)' },
    },
    {
      name: 'ui-knows-no-shell',
      severity: 'error',
      from: { path: '^console/src/(ui|cover|emergency|graph|routing|time|messages)/' },
      to: { path: '^console/src/shell/' },
    },
    {
      name: 'only-standalone-knows-all',
      comment: 'Nothing is built on the standalone process.',
      severity: 'error',
      from: { pathNot: '^standalone/' },
      to: { path: '^standalone/' },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      from: { path: '^(platform|gateway|standalone|subgraphs)/', pathNot: `${testCode}|/prove/` },
      to: { path: testCode },
    },
    {
      name: 'no-development-dependency-in-production',
      severity: 'error',
      from: { path: '^(platform|gateway|standalone|subgraphs)/', pathNot: `${testCode}|/prove/` },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(data|coverage|static|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'],
    },
  },
};
