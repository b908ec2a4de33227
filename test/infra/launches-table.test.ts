import { describe, expect, it } from '@jest/globals';
import { Stack } from './helpers/stack.ts';

const TYPE = 'aws:dynamodb/table:Table';
const [dev, prod, full] = [new Stack('dev'), new Stack('prod'), new Stack('full')];

describe('the launches table', () => {
  it('has the keys and the date index of the design', () => {
    expect(dev.one(TYPE)).toMatchObject({
      name: 'spacex-dashboard-dev-launches',
      inputs: {
        billingMode: 'PAY_PER_REQUEST',
        hashKey: 'id',
        rangeKey: 'launch_date',
        attributes: [
          { name: 'id', type: 'S' },
          { name: 'launch_date', type: 'S' },
          { name: 'source_year', type: 'S' },
        ],
        globalSecondaryIndexes: [
          {
            name: 'source_year-launch_date-index',
            keySchemas: [
              { attributeName: 'source_year', keyType: 'HASH' },
              { attributeName: 'launch_date', keyType: 'RANGE' },
            ],
            projectionType: 'ALL',
          },
        ],
        ttl: { enabled: true, attributeName: 'removed_after' },
        pointInTimeRecovery: { enabled: true },
        serverSideEncryption: { enabled: true },
      },
    });
  });

  it('can be deleted in dev alone', () => {
    expect(dev.one(TYPE)).toMatchObject({
      protect: false,
      inputs: { deletionProtectionEnabled: false },
    });
    for (const stack of [prod, full]) {
      expect(stack.one(TYPE)).toMatchObject({
        protect: true,
        inputs: { deletionProtectionEnabled: true },
      });
    }
  });

  it('is copied to a second region where one is set', () => {
    expect(dev.inputs(TYPE)).not.toHaveProperty('replicas');
    expect(dev.inputs(TYPE)).not.toHaveProperty('streamEnabled');
    for (const stack of [prod, full]) {
      expect(stack.inputs(TYPE)).toMatchObject({
        streamEnabled: true,
        streamViewType: 'NEW_AND_OLD_IMAGES',
        replicas: [
          {
            regionName: 'us-west-2',
            pointInTimeRecovery: true,
            deletionProtectionEnabled: true,
            propagateTags: true,
          },
        ],
      });
    }
  });

  it('is written by the dashboard where people sign out, and there in the items of sessions alone', () => {
    const writing = (stack: Stack, role: string) =>
      stack
        .grants(role)
        .filter(({ Action }) =>
          Action.some((each) => /^dynamodb:.*(Put|Write|Update|Delete)/.test(each)),
        );
    expect(writing(prod, 'spacex-dashboard-prod-web-task')).toEqual([]);
    expect(writing(full, 'spacex-dashboard-full-web-task')).toEqual([
      {
        Effect: 'Allow',
        Action: ['dynamodb:PutItem'],
        Resource: [expect.stringMatching(/:spacex-dashboard-full-launches-\w+$/)],
        Condition: {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['session#*'] },
          Null: { 'dynamodb:LeadingKeys': 'false' },
        },
      },
    ]);
  });
});
