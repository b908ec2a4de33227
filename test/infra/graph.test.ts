import { describe, expect, it } from '@jest/globals';
import { Stack } from './helpers/stack.ts';

const nameOf = (urn: string): string => urn.split('::').at(-1) ?? '';
const keyOf = ({ type, name }: { type: string; name: string }): string => `${type} ${name}`;
const OUTPUTS = [
  'alarmTopicArn',
  'dashboardUrl',
  'fetchUrl',
  'functionName',
  'imageRepository',
  'tableName',
  'vpcId',
];
/** Outputs of what a stack may do without. */
const OPTIONAL_OUTPUTS: Record<string, string[]> = {
  dev: [],
  prod: ['originHeaderSecret'],
  full: ['originHeaderSecret', 'launchLibraryTokenSecret'],
  longest: ['originHeaderSecret'],
  abroad: ['originHeaderSecret'],
  traced: ['originHeaderSecret'],
  direct: [],
};
const sorted = (stack: Stack) => stack.resources.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

describe.each(['dev', 'prod', 'full', 'longest', 'abroad', 'traced', 'direct'] as const)(
  'the graph of %s',
  (stackName) => {
    const stack = new Stack(stackName);
    const isPart = (type: string) => type.startsWith('spacex-dashboard:infra:');

    it('has only the parts of the system at the top, named after project and stack', () => {
      const names = stack.resources.filter(({ parent }) => parent === '');
      expect(names.length).toBeGreaterThan(10);
      for (const { type, name } of names) {
        expect(isPart(type)).toBe(true);
        const stackPart = stackName === 'longest' ? 'abcdefgh-1234567' : stackName;
        expect(name).toMatch(new RegExp(`^(spacex-dashboard|sd)-${stackPart}-`));
      }
    });

    it('has every child under a component whose name its own begins with', () => {
      const children = stack.resources.filter(({ parent }) => parent !== '');
      expect(children.length).toBeGreaterThan(60);
      for (const { name, parent } of children) {
        expect(isPart(parent.split('::').at(-2)?.split('$').at(-1) ?? '')).toBe(true);
        const parentName = nameOf(parent);
        expect(name === parentName || name.startsWith(`${parentName}-`)).toBe(true);
      }
    });

    it('uses the default provider alone', () => {
      expect(new Set(stack.resources.map(({ provider }) => provider))).toEqual(new Set(['']));
    });

    it('has every output', () => {
      expect(Object.keys(stack.outputs).sort()).toEqual(
        [...OUTPUTS, ...OPTIONAL_OUTPUTS[stackName]!].sort(),
      );
      for (const output of Object.values(stack.outputs)) expect(output).toMatch(/\w/);
    });
  },
);

describe('two builds of one stack', () => {
  it('register the same resources with the same inputs', () => {
    expect(sorted(new Stack('again'))).toEqual(sorted(new Stack('full')));
  });
});

describe('a stack with nothing but a region', () => {
  it('is the dev stack on demand, with scaling to 5', () => {
    const shape = (stack: Stack) => sorted(stack).map(keyOf);
    expect(shape(new Stack('bare'))).toEqual(shape(new Stack('dev')));
  });
});

describe('protection', () => {
  it('is of the table and of the keys that data is under, outside dev', () => {
    const protectedOf = (stack: Stack) =>
      stack.resources
        .filter(({ protect }) => protect)
        .map(({ name }) => name)
        .sort();
    expect(protectedOf(new Stack('dev'))).toEqual([]);
    const prod = new Stack('prod');
    const keys = prod.names('aws:kms/key:Key');
    expect(keys).toHaveLength(8);
    expect(protectedOf(prod)).toEqual([...keys, 'spacex-dashboard-prod-launches'].sort());
  });
});
