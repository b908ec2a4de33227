import { describe, expect, it } from '@jest/globals';
import * as pulumi from '@pulumi/pulumi';
import { readStackConfig } from '../../infra/stack-config.ts';
import { recordStack } from './helpers/recording.ts';

interface Told {
  stack?: string;
  region?: string;
}

/** Reads settings as the program does, within a stack. */
const read = async (settings: Record<string, string>, told: Told = {}) => {
  const { stack = 'dev', region = 'us-east-1' } = told;
  await pulumi.runtime.setMocks(
    { newResource: ({ name }) => ({ id: name, state: {} }), call: () => ({}) },
    'spacex-dashboard',
    stack,
  );
  const own = Object.entries(settings).map(([key, value]) => [`spacex-dashboard:${key}`, value]);
  const config = Object.fromEntries(own) as Record<string, string>;
  pulumi.runtime.setAllConfig(region === '' ? config : { 'aws:region': region, ...config });
  return readStackConfig();
};

const ZONE = { domainName: 'launches.example.org', hostedZoneId: 'Z0123456789' };
const ISSUER = 'https://id.example.org';
const CERTIFICATE = 'arn:aws:acm:us-east-1:123456789012:certificate/5a5a';

/** 51 pairs of letters. */
const MANY_COUNTRIES = Array.from(
  { length: 51 },
  (_, index) => `${'AB'[Math.floor(index / 26)]}${String.fromCharCode(65 + (index % 26))}`,
).join(',');

describe('readStackConfig', () => {
  it('needs nothing but a region', async () => {
    expect(await read({})).toEqual({
      project: 'spacex-dashboard',
      stack: 'dev',
      region: 'us-east-1',
      environment: 'dev',
      isProtected: false,
      sources: ['launch-library', 'spacex'],
      launchLibraryTokenSecret: false,
      edge: false,
      firewall: false,
      blockedCountries: [],
      natGateways: 'none',
      interfaceEndpoints: false,
      publicTasks: true,
      fetchAuthorization: 'jwt',
      readingAccess: 'public',
      logLevel: 'info',
      capacity: 'on-demand',
      minTasks: 1,
      maxTasks: 5,
      weekdayScaling: false,
      weekdayTimezone: 'UTC',
      customerManagedKeys: false,
      auditTrail: false,
      auditLockMode: 'governance',
      auditLockDays: 180,
      guardDuty: 'none',
      awsConfig: false,
      securityHub: false,
      inspector: false,
      backups: false,
      tracing: false,
      tracedPercent: 5,
    });
  });

  it('protects every environment but dev, which any stack can be', async () => {
    expect(await read({}, { stack: 'prod' })).toMatchObject({ isProtected: true });
    expect(await read({ environment: 'dev' }, { stack: 'mine' })).toMatchObject({
      environment: 'dev',
      isProtected: false,
    });
  });

  it('guards every environment but dev, in the account only by what it may have twice or is told of', async () => {
    expect(await read({ replicaRegion: 'us-west-2' }, { stack: 'prod' })).toMatchObject({
      customerManagedKeys: true,
      auditTrail: true,
      guardDuty: 'own',
      awsConfig: false,
      securityHub: false,
      inspector: false,
      backups: true,
      backupRegion: 'us-west-2',
    });
    const { backupRegion } = await read({ replicaRegion: 'us-west-2', backupRegion: 'eu-west-1' });
    expect(backupRegion).toBe('eu-west-1');
  });

  it('keeps tasks private where there is a way out', async () => {
    expect(await read({ natGateways: 'single' })).toMatchObject({ publicTasks: false });
    expect(await read({ interfaceEndpoints: 'true' })).toMatchObject({ publicTasks: false });
  });

  it('takes sources in their order', async () => {
    const { sources } = await read({ sources: 'spacex, launch-library' });
    expect(sources).toEqual(['spacex', 'launch-library']);
  });

  it('takes a certificate with or without a name', async () => {
    expect(await read({ certificateArn: CERTIFICATE })).toMatchObject({
      certificateArn: CERTIFICATE,
    });
    expect(await read({ ...ZONE, certificateArn: CERTIFICATE })).toMatchObject(ZONE);
    const { domainName } = ZONE;
    expect(await read({ domainName, certificateArn: CERTIFICATE })).toMatchObject({ domainName });
  });

  it('puts CloudFront and a firewall in front everywhere but in dev, unless it is told otherwise', async () => {
    const prod = { stack: 'prod' };
    expect(await read({}, prod)).toMatchObject({ edge: true, firewall: true });
    expect(await read({ edge: 'false', firewall: 'false' }, prod)).toMatchObject({
      edge: false,
      firewall: false,
    });
    expect(await read({ edge: 'true' })).toMatchObject({ edge: true, firewall: false });
  });

  it('takes countries, and a certificate for CloudFront beside that of another region', async () => {
    const settings = {
      ...ZONE,
      blockedCountries: 'KP, SY',
      certificateArn: CERTIFICATE.replace('us-east-1', 'eu-west-1'),
      edgeCertificateArn: CERTIFICATE,
    };
    expect(await read(settings, { stack: 'prod', region: 'eu-west-1' })).toMatchObject({
      blockedCountries: ['KP', 'SY'],
      edgeCertificateArn: CERTIFICATE,
    });
  });
});

describe('an impossible combination', () => {
  it.each([
    [{ publicTasks: 'true', natGateways: 'single' }, ['publicTasks', 'natGateways']],
    [{ publicTasks: 'true', interfaceEndpoints: 'true' }, ['publicTasks', 'interfaceEndpoints']],
    [{ publicTasks: 'false' }, ['publicTasks', 'natGateways', 'interfaceEndpoints']],
    [
      { interfaceEndpoints: 'true', dashboardImage: 'registry.example.org/dashboard:1' },
      ['dashboardImage', 'natGateways', 'interfaceEndpoints'],
    ],
    [{ interfaceEndpoints: 'true', tracing: 'true' }, ['collectorImage', 'natGateways']],
    [{ collectorImage: 'collector:1' }, ['collectorImage', 'tracing']],
    [{ minTasks: '6' }, ['minTasks', 'maxTasks']],
    [{ weekdayTimezone: 'Europe/Berlin' }, ['weekdayTimezone', 'weekdayScaling']],
    [{ domainName: ZONE.domainName }, ['domainName', 'hostedZoneId']],
    [{ hostedZoneId: ZONE.hostedZoneId }, ['domainName', 'hostedZoneId']],
    [
      { certificateArn: CERTIFICATE.replace('us-east-1', 'eu-west-1') },
      ['certificateArn', 'aws:region'],
    ],
    [{ replicaRegion: 'us-east-1' }, ['replicaRegion', 'aws:region']],
    [{ edgeCertificateArn: CERTIFICATE }, ['edgeCertificateArn', 'edge']],
    [
      { ...ZONE, edge: 'true', edgeCertificateArn: CERTIFICATE.replace('us-east-1', 'eu-west-1') },
      ['edgeCertificateArn', 'us-east-1'],
    ],
    [
      { edge: 'true', certificateArn: CERTIFICATE },
      ['certificateArn', 'edgeCertificateArn', 'domainName', 'edge'],
    ],
    [{ blockedCountries: 'KP' }, ['blockedCountries', 'firewall']],
    [{ firewall: 'true', blockedCountries: MANY_COUNTRIES }, ['blockedCountries', '51', '50']],
    [{ backupRegion: 'us-east-1' }, ['backupRegion', 'aws:region']],
    [{ monthlyBudget: '250' }, ['monthlyBudget', 'alarmEmail']],
    [{ auditTrail: 'true', auditLockMode: 'compliance' }, ['auditLockMode', 'environment']],
    [{ oidcIssuer: ISSUER }, ['oidcAudience', 'oidcIssuer']],
    [{ oidcClientId: 'dashboard' }, ['oidcClientId', 'oidcIssuer']],
    [
      { oidcIssuer: ISSUER, oidcAudience: 'x', oidcClientSecret: 'y' },
      ['oidcClientSecret', 'oidcClientId'],
    ],
    [
      { oidcIssuer: ISSUER, oidcAudience: 'x', oidcClientId: 'dashboard' },
      ['oidcClientId', 'HTTPS', 'domainName', 'certificateArn'],
    ],
    [
      { edge: 'true', oidcIssuer: ISSUER, oidcAudience: 'x', oidcClientId: 'dashboard' },
      ['oidcClientId', 'HTTPS', 'domainName', 'certificateArn'],
    ],
    [{ readingAccess: 'sign-in' }, ['readingAccess', 'domainName', 'certificateArn']],
    [
      { edge: 'true', readingAccess: 'sign-in' },
      ['readingAccess', 'HTTPS', 'domainName', 'certificateArn'],
    ],
    [
      { ...ZONE, readingAccess: 'sign-in', oidcIssuer: ISSUER, oidcAudience: 'x' },
      ['readingAccess', 'oidcClientId'],
    ],
    [
      { ...ZONE, readingAccess: 'sign-in', interfaceEndpoints: 'true' },
      ['readingAccess', 'natGateways'],
    ],
  ])('%j stops in one line that names %j', async (settings, keys) => {
    const error = await read(settings).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(pulumi.RunError);
    const { message } = error as Error;
    expect(message).not.toContain('\n');
    for (const key of keys) expect(message).toContain(key);
  });

  it('is a name elsewhere, far from us-east-1, without a certificate from there', async () => {
    const settings = {
      domainName: ZONE.domainName,
      certificateArn: CERTIFICATE.replace('us-east-1', 'eu-west-1'),
    };
    await expect(read(settings, { stack: 'prod', region: 'eu-west-1' })).rejects.toThrow(
      /domainName without hostedZoneId needs edgeCertificateArn/,
    );
  });

  it('is one with a stack name that is too long, and with no region', async () => {
    await expect(read({}, { stack: 'abcdefgh-12345678' })).rejects.toThrow(
      /stack "abcdefgh-12345678" is not 1 to 16 small letters/,
    );
    await expect(read({}, { region: '' })).rejects.toThrow(/aws:region is not set/);
  });
});

describe('a value that is none', () => {
  it.each([
    ['sources', 'launch-library,nasa'],
    ['sources', 'spacex,spacex'],
    ['natGateways', 'two'],
    ['interfaceEndpoints', 'yes'],
    ['publicTasks', '1'],
    ['replicaRegion', 'Oregon'],
    ['spacexApiUrl', 'api.example.org'],
    ['launchLibraryApiUrl', 'https://'],
    ['reservedConcurrency', '0'],
    ['fetchAuthorization', 'key'],
    ['readingAccess', 'private'],
    ['oidcIssuer', 'http://id.example.org'],
    ['oidcIssuer', 'https://id.example.org:8443'],
    ['oidcAudience', 'two words'],
    ['dashboardImage', 'an image'],
    ['logLevel', 'loud'],
    ['capacity', 'some'],
    ['minTasks', '1.5'],
    ['maxTasks', '-1'],
    ['weekdayScaling', 'on'],
    ['weekdayTimezone', 'berlin'],
    ['certificateArn', 'arn:aws:iam::123456789012:role/x'],
    ['domainName', 'launches'],
    ['hostedZoneId', 'example.org'],
    ['edge', 'on'],
    ['firewall', 'no'],
    ['blockedCountries', 'KP,Syria'],
    ['blockedCountries', 'KP,KP'],
    ['edgeCertificateArn', 'mine'],
    ['launchLibraryTokenSecret', 'a-token'],
    ['tracing', 'on'],
    ['tracedPercent', '0'],
    ['tracedPercent', '101'],
    ['collectorImage', 'a collector'],
    ['alarmEmail', 'operations'],
    ['environment', 'Prod!'],
    ['customerManagedKeys', 'mine'],
    ['auditTrail', 'yes'],
    ['auditLockMode', 'strict'],
    ['auditLockDays', '0'],
    ['guardDuty', 'true'],
    ['awsConfig', 'on'],
    ['securityHub', '1'],
    ['inspector', 'no'],
    ['monthlyBudget', '0'],
    ['backups', 'daily'],
    ['backupRegion', 'Ireland'],
  ])('%s: %s is refused by name', async (key, value) => {
    const line = new RegExp(
      `^Configuration of dev: .*${key} is "${value.replace(/[.!]/g, '\\$&')}"`,
    );
    await expect(read({ [key]: value })).rejects.toThrow(line);
  });

  it('is told together with the others, misspelt keys among them', async () => {
    const wrong = read({ minTasks: 'few', maxTask: '3', isProtected: 'false' });
    await expect(wrong).rejects.toThrow(
      /minTasks is "few".*; maxTask is not a setting.*; isProtected is not a setting/,
    );
  });
});

describe('the program', () => {
  it('stops before it has registered anything, with that line and no stack trace', async () => {
    const config = { 'aws:region': 'us-east-1', 'spacex-dashboard:domainName': 'example.org' };
    await expect(recordStack({ stack: 'dev', config })).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr:
        'Configuration of dev: domainName and hostedZoneId must be set together, unless certificateArn is set',
    });
  });
});
