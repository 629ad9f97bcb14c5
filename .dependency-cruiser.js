// The import law (docs/architecture.md) as fences. A breach fails the test command.

const features = [
  'places',
  'accounts',
  'attachments',
  'offices',
  'networks',
  'concerns',
  'issues',
  'assignments',
  'polls',
  'research',
  'meetings',
  'plans',
  'scorecards',
  'budgets',
  'services',
  'insight',
  'notifications',
];

const purePackages = '^packages/(?!server/)[^/]+/src/';
const inTests = '(\\.test\\.ts$|/testing/|/command-line/|/bench[^/]*\\.ts$)';

/** No feature imports one to its right: news travels there by events. */
const leftwards = features.slice(0, -1).map((feature, index) => ({
  name: `leftwards-${feature}`,
  comment: `${feature} may import only features to its left.`,
  severity: 'error',
  from: { path: `^apps/api/src/features/${feature}/`, pathNot: inTests },
  to: { path: `^apps/api/src/features/(${features.slice(index + 1).join('|')})/` },
}));

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Files that import each other in a circle cannot be read one by one.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'pure-packages',
      comment: 'Packages know no framework, no database and no Node.',
      severity: 'error',
      from: { path: purePackages, pathNot: inTests },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'],
        pathNot: ['node_modules/khmer-normalizer/', 'node_modules/\\.pnpm/khmer-normalizer'],
      },
    },
    {
      name: 'packages-know-no-app',
      comment: 'Packages stand below the services and the pages.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'only-services-use-server',
      comment: 'The server package is for services.',
      severity: 'error',
      from: { path: '^(packages/(?!server/)|apps/web/)' },
      to: { path: '^packages/server/' },
    },
    {
      name: 'front-doors',
      comment:
        'A feature is entered by its index.ts; schema, server, seeds and entities compose, so they may look inside.',
      severity: 'error',
      from: { path: '^apps/(api|protection)/src/features/([^/]+)/', pathNot: inTests },
      to: {
        path: '^apps/$1/src/features/([^/]+)/',
        pathNot: ['^apps/$1/src/features/$2/', '/index\\.ts$'],
      },
    },
    {
      name: 'no-graphql-in-deeds',
      comment: 'Entities, policies and use cases do not know how they are shown.',
      severity: 'error',
      from: {
        path: '^apps/(api|protection)/src/features/',
        pathNot: ['\\.(type|resolver)\\.ts$', '\\.test\\.ts$', '/index\\.ts$'],
      },
      to: {
        path: 'node_modules/(\\.pnpm/)?(type-graphql|graphql)@?[^/]*/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'services-do-not-know-each-other',
      comment: 'The participation service holds nothing of the protection desk, and the other way round.',
      severity: 'error',
      from: { path: '^apps/(api|protection)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'pages-know-no-service',
      comment: 'The pages know the printed schemas, not the services.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^apps/(api|protection)/' },
    },
    {
      name: 'one-door-to-services',
      comment: 'Only lib/server talks to services.',
      severity: 'error',
      from: {
        path: '^apps/web/src/(routes|lib/(?!server/))',
        pathNot: '\\.(server|remote|test)\\.ts$|\\+(page|layout|server)',
      },
      to: { path: '^apps/web/src/lib/server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-unresolved',
      comment: 'What is imported must be there.',
      severity: 'error',
      from: { pathNot: '^apps/web/' },
      to: { couldNotResolve: true },
    },
    ...leftwards,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(build|\\.svelte-kit|paraglide)/|^apps/web/src/lib/server/graphql/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
