// Who may know whom: bot → {commands, events, jobs, web, cli} → {flows, cards} → {vision, music, feelings, spotify, voice, memory} → domain.
const EDGES = '^src/(commands|events|jobs|web|cli)/';
const PARTS = '^src/(vision|music|feelings|spotify|voice|memory)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-imports-nothing',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'parts-know-only-domain',
      comment: 'Vision knows nothing of music, music nothing of Discord, neither of storage.',
      severity: 'error',
      from: { path: '^src/(vision|music|feelings|spotify|voice|memory)/' },
      to: { path: '^src/', pathNot: ['^src/$1/', '^src/domain/', '^src/(errors|log)\\.ts$'] },
    },
    {
      name: 'flows-and-cards-look-down',
      severity: 'error',
      from: { path: '^src/(flows|cards)/' },
      to: { path: [EDGES, '^src/bot\\.ts$', '^src/settings\\.ts$'] },
    },
    {
      name: 'cards-are-pure',
      comment: 'Cards turn domain values into messages and pictures; they ask no part for anything.',
      severity: 'error',
      from: { path: '^src/cards/' },
      to: { path: [PARTS, '^src/flows/'] },
    },
    {
      name: 'flows-free-of-discord',
      severity: 'error',
      from: { path: ['^src/flows/', PARTS, '^src/domain/'] },
      to: { path: 'node_modules/(discord\\.js|@discordjs|discord-api-types)/' },
    },
    {
      name: 'edges-stay-apart',
      comment: 'But for what carries an answer to Discord, which events share with commands.',
      severity: 'error',
      from: { path: '^src/(commands|events|jobs|web|cli)/' },
      to: { path: EDGES, pathNot: ['^src/$1/', '^src/commands/'] },
    },
    {
      name: 'only-events-share-with-commands',
      severity: 'error',
      from: { path: '^src/(jobs|web|cli)/' },
      to: { path: '^src/commands/' },
    },
    {
      name: 'nobody-imports-the-root',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/bot\\.ts$' },
    },
    {
      name: 'vision-core-runs-in-a-browser',
      severity: 'error',
      from: { path: '^src/vision/core/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'vision-core-knows-no-node',
      severity: 'error',
      from: { path: '^src/vision/core/' },
      to: { path: ['^src/vision/node/', 'node_modules/(sharp|piscina)/'] },
    },
    {
      name: 'nobody-imports-the-bench',
      severity: 'error',
      from: { path: '^(src|sandbox)/' },
      to: { path: '^bench/' },
    },
    { name: 'sandbox-stands-alone', severity: 'error', from: { path: '^sandbox/' }, to: { path: '^src/' } },
    {
      name: 'only-the-demo-knows-the-sandbox',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/demo' },
      to: { path: '^sandbox/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^sandbox/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
