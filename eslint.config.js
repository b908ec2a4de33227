import tseslint from 'typescript-eslint';

const nodeStripsTypes = {
  // Node runs these rooms by type stripping, which removes types and nothing else.
  files: ['domain', 'functions', 'infra', 'local', 'scripts'].map((room) => `${room}/**/*.ts`),
  rules: {
    'no-restricted-syntax': [
      'error',
      { selector: 'TSParameterProperty', message: 'Type stripping has no parameter properties.' },
      { selector: 'TSEnumDeclaration', message: 'Type stripping has no enums.' },
      { selector: 'Decorator', message: 'Type stripping has no decorators.' },
    ],
  },
};

/** See dashboard-api/http/put-method.ts. */
const nothingKeepsRequests = {
  files: ['dashboard-api/**/*.ts'],
  rules: {
    'no-restricted-syntax': [
      'error',
      ...['', ' > TSAsExpression'].map((between) => ({
        selector: `AssignmentExpression[left.type=MemberExpression]${between} > :matches(ArrowFunctionExpression, FunctionExpression)`,
        message:
          'Made where it is assigned to a property, a function stays until the next full collection.',
      })),
    ],
  },
};

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'coverage/',
      '.data/',
      'node_modules/',
      'local/recorded-sources/recordings/',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports' },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 150, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  {
    // Nest reads the types of constructor parameters at run time: they must stay imports of values.
    files: ['dashboard-api/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', 'max-lines': ['error', { max: 300 }] },
  },
  nothingKeepsRequests,
  nodeStripsTypes,
);
