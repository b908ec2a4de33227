import { describe, expect, it } from '@jest/globals';
import { EnvironmentError, readEnvironment } from '../../../dashboard-api/config/environment.ts';

const DYNAMODB_TABLE = 'launches';

describe('the environment of the dashboard', () => {
  it('has a default for everything but the table', () => {
    expect(readEnvironment({ DYNAMODB_TABLE, PORT: ' ' })).toMatchObject({
      tableName: 'launches',
      sources: ['launch-library', 'spacex'],
      host: '0.0.0.0',
      port: 3000,
      name: 'prod',
      logLevel: 'info',
      clockStartsAt: undefined,
      trustedProxies: 0,
      behindTls: false,
      requestsPerMinute: 600,
      tracingEndpoint: undefined,
      tracedShare: 1,
    });
  });

  it('takes what it is given', () => {
    const environment = readEnvironment({
      DYNAMODB_TABLE,
      LAUNCH_SOURCES: 'spacex, launch-library, spacex',
      PORT: '0',
      AS_OF: '2022-06-01',
      LOG_LEVEL: 'debug',
      TRUSTED_PROXIES: '2',
      BEHIND_TLS: 'true',
      RATE_LIMIT_PER_MINUTE: '0',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
      OTEL_TRACES_SAMPLER_ARG: '0.05',
    });
    expect(environment).toMatchObject({
      sources: ['spacex', 'launch-library'],
      port: 0,
      clockStartsAt: '2022-06-01T00:00:00.000Z',
      logLevel: 'debug',
      trustedProxies: 2,
      behindTls: true,
      requestsPerMinute: 0,
      tracingEndpoint: 'http://127.0.0.1:4318',
      tracedShare: 0.05,
    });
  });

  it.each([
    [{}, /DYNAMODB_TABLE: is required/],
    [{ DYNAMODB_TABLE: '' }, /DYNAMODB_TABLE: is required/],
    [{ DYNAMODB_TABLE, LAUNCH_SOURCES: 'spacex,esa' }, /LAUNCH_SOURCES: "esa" is not a source/],
    [{ DYNAMODB_TABLE, PORT: '65536' }, /PORT: "65536" is not a port/],
    [{ DYNAMODB_TABLE, PORT: '-1' }, /PORT: "-1" is not a port/],
    [{ DYNAMODB_TABLE, AS_OF: '2022-02-30' }, /AS_OF: "2022-02-30" is not a day/],
    [{ DYNAMODB_TABLE, TRUSTED_PROXIES: 'all' }, /TRUSTED_PROXIES: "all" is not a whole number/],
    [{ DYNAMODB_TABLE, BEHIND_TLS: 'yes' }, /BEHIND_TLS: "yes" is not true or false/],
    [{ DYNAMODB_TABLE, RATE_LIMIT_PER_MINUTE: '-1' }, /RATE_LIMIT_PER_MINUTE: "-1" is not/],
    [
      { DYNAMODB_TABLE, OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
      /OTLP_ENDPOINT: .* address/,
    ],
    [{ DYNAMODB_TABLE, OTEL_TRACES_SAMPLER_ARG: '5%' }, /SAMPLER_ARG: "5%" is not a number/],
    [{ DYNAMODB_TABLE, LOG_LEVEL: 'loud' }, /LOG_LEVEL: "loud" is not one of/],
  ])('rejects %j by name', (variables, message) => {
    expect(() => readEnvironment(variables)).toThrow(EnvironmentError);
    expect(() => readEnvironment(variables)).toThrow(message);
  });

  it('names every variable that is wrong', () => {
    expect(() => readEnvironment({ PORT: 'http', AS_OF: 'today' })).toThrow(
      /DYNAMODB_TABLE.*PORT.*AS_OF/,
    );
  });
});
