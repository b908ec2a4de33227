import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from '../../../functions/ingest-launches/environment.ts';

const SET = { DYNAMODB_TABLE: 'launches' };

describe('the environment', () => {
  it('needs the table alone', () => {
    expect(readEnvironment(SET)).toEqual({
      tableName: 'launches',
      name: 'prod',
      sources: ['launch-library', 'spacex'],
      spacexApiUrl: 'https://api.spacexdata.com',
      launchLibraryApiUrl: 'https://ll.thespacedevs.com',
      launchLibraryToken: null,
      launchLibraryTokenSecretArn: null,
      rolesClaim: 'roles',
      startsAt: null,
      tracingEndpoint: null,
      tracedShare: 1,
    });
  });

  it.each([
    [{}, 'DYNAMODB_TABLE is not set'],
    [{ DYNAMODB_TABLE: ' ' }, 'DYNAMODB_TABLE is not set'],
    [{ ...SET, LAUNCH_SOURCES: 'spacex,nasa' }, /LAUNCH_SOURCES: "nasa" is not a source/],
    [{ ...SET, LAUNCH_SOURCES: 'spacex,,' }, /LAUNCH_SOURCES: "" is not a source/],
    [{ ...SET, SPACEX_API_URL: 'ftp://example.org' }, /SPACEX_API_URL/],
    [{ ...SET, LAUNCH_LIBRARY_API_URL: 'http://' }, /LAUNCH_LIBRARY_API_URL/],
    [
      { ...SET, LAUNCH_LIBRARY_TOKEN: 'token', LAUNCH_LIBRARY_TOKEN_SECRET_ARN: 'arn' },
      /LAUNCH_LIBRARY_TOKEN and LAUNCH_LIBRARY_TOKEN_SECRET_ARN/,
    ],
    [{ ...SET, AS_OF: '2022-02-30' }, /AS_OF: "2022-02-30" is not a day/],
    [{ ...SET, OTEL_TRACES_SAMPLER_ARG: '5%' }, /OTEL_TRACES_SAMPLER_ARG: "5%"/],
  ])('%j is refused by name', (variables, message) => {
    expect(() => readEnvironment(variables)).toThrow(message);
  });
});
