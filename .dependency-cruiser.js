/**
 * The rooms of the system and what each may import of ours. A room is a top-level folder;
 * sibling systems add a folder inside domain/ and functions/ and fall under the same rules.
 */
const rooms = {
  domain: [],
  functions: ['domain'],
  'dashboard-api': ['domain'],
  'views/assets': [],
  infra: ['domain'],
  local: ['domain', 'functions', 'dashboard-api', 'views', 'infra'],
  scripts: ['domain', 'local'],
};

const everyRoom = [...Object.keys(rooms).map((room) => room.split('/')[0]), 'test'];

const roomRule = ([room, allowed]) => {
  const own = room.split('/')[0];
  const forbidden = everyRoom.filter((other) => other !== own && !allowed.includes(other));
  return {
    name: `${room.replace('/', '-')}-imports`,
    comment: `${room}/ may import ${allowed.length ? allowed.join(', ') : 'nothing of ours'}.`,
    severity: 'error',
    from: { path: `^${room}/` },
    to: { path: `^(${forbidden.join('|')})/` },
  };
};

export default {
  forbidden: [
    ...Object.entries(rooms).map(roomRule),
    {
      name: 'no-cycles',
      comment: 'A cycle means two files are one thing, or one thing is in the wrong file.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-without-frameworks',
      comment: 'The domain runs in a Lambda, a server and a test alike.',
      severity: 'error',
      from: { path: '^domain/' },
      to: { path: 'node_modules/(@nestjs|@pulumi|express)' },
    },
    {
      name: 'functions-do-not-import-each-other',
      comment: 'Each function is deployed alone.',
      severity: 'error',
      from: { path: '^functions/([^/]+)/' },
      to: { path: '^functions/', pathNot: '^functions/$1/' },
    },
    {
      name: 'infra-reads-names-and-keys-only',
      comment: 'The program needs what the table is called, not how it is read.',
      severity: 'error',
      from: { path: '^infra/' },
      to: { path: '^domain/', pathNot: '^domain/[^/]+/(keys|names)\\.ts$' },
    },
    {
      name: 'resolvable',
      comment: 'An import that does not resolve breaks at start.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'require', 'default'],
      extensions: ['.ts', '.js', '.json', '.d.ts'],
    },
  },
};
