/** What AWS would have answered, as far as the program reads it. */

export const ACCOUNT = '123456789012';

/** The random suffix that Pulumi would have appended. */
export const SUFFIX = '-1234567';

type State = Record<string, unknown>;

const balancer = (name: string): State => ({
  loadBalancer: {
    arn: `arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:loadbalancer/app/${name}/1`,
    arnSuffix: `app/${name}/1`,
    dnsName: `${name}.us-east-1.elb.amazonaws.com`,
    zoneId: 'Z35SXDOTRQ7X7K',
  },
  defaultTargetGroup: {
    arn: `arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:targetgroup/${name}/2`,
    arnSuffix: `targetgroup/${name}/2`,
  },
  listeners: [
    { arn: `arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:listener/app/${name}/1/3` },
  ],
});

/** Outputs of the types that have others than their inputs, a name and an ARN. */
const OUTPUTS: Record<string, (name: string, inputs: State) => State> = {
  'awsx:ec2:Vpc': () => ({
    vpcId: 'vpc-1',
    publicSubnetIds: ['subnet-public-1', 'subnet-public-2'],
    privateSubnetIds: ['subnet-private-1', 'subnet-private-2'],
  }),
  'awsx:lb:ApplicationLoadBalancer': (name) => balancer(`${name}${SUFFIX}`),
  'awsx:ecs:FargateService': (name) => ({ service: { name: `${name}${SUFFIX}` } }),
  'awsx:ecr:Repository': (name) => ({
    url: `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com/${name}${SUFFIX}`,
    repository: { arn: `arn:aws:ecr:us-east-1:${ACCOUNT}:repository/${name}${SUFFIX}` },
  }),
  'awsx:ecr:Image': (_name, { repositoryUrl }) => ({
    imageUri: `${String(repositoryUrl)}@sha256:feed`,
  }),
  'aws:lambda/function:Function': (name) => ({ invokeArn: `arn:invoke/${name}` }),
  'aws:apigatewayv2/api:Api': (name) => ({
    apiEndpoint: `https://${name}.execute-api.us-east-1.amazonaws.com`,
    executionArn: `arn:aws:execute-api:us-east-1:${ACCOUNT}:${name}`,
  }),
  'aws:s3/bucket:Bucket': (name) => ({
    arn: `arn:aws:s3:::${name}${SUFFIX}`,
    bucket: `${name}${SUFFIX}`,
  }),
  'aws:cloudfront/distribution:Distribution': () => ({
    domainName: 'd111111abcdef8.cloudfront.net',
    hostedZoneId: 'Z2FDTNDATAQYW2',
  }),
  'aws:acm/certificate:Certificate': (_name, { domainName }) => ({
    domainValidationOptions: [
      {
        resourceRecordName: `_proof.${String(domainName)}.`,
        resourceRecordType: 'CNAME',
        resourceRecordValue: '_given.acm-validations.aws.',
      },
    ],
  }),
  'aws:route53/record:Record': (_name, { name }) => ({ fqdn: name }),
};

/** Outputs of a resource that was just "created". */
export const fakeOutputs = (type: string, name: string, inputs: State): State => ({
  name: `${name}${SUFFIX}`,
  arn: `arn:aws:${type.split(/[:/]/)[1]}:${String(inputs['region'] ?? 'us-east-1')}:${ACCOUNT}:${name}${SUFFIX}`,
  ...inputs,
  ...OUTPUTS[type]?.(name, inputs),
});

/** Values of the origin header, by stage. */
export const HEADER_VALUES: Record<string, string> = {
  AWSCURRENT: 'c'.repeat(64),
  AWSPREVIOUS: 'p'.repeat(64),
};

const ANSWERS: Record<string, (inputs: State) => State> = {
  'aws:index/getCallerIdentity:getCallerIdentity': () => ({ accountId: ACCOUNT }),
  'aws:index/getPartition:getPartition': () => ({ partition: 'aws' }),
  'aws:ec2/getManagedPrefixList:getManagedPrefixList': ({ name }) => ({ id: `pl-${String(name)}` }),
  'aws:secretsmanager/getRandomPassword:getRandomPassword': () => ({
    randomPassword: 'r'.repeat(64),
  }),
  'aws:secretsmanager/getSecretVersions:getSecretVersions': () => ({
    versions: [{ versionStages: ['AWSPREVIOUS'] }, { versionStages: ['AWSCURRENT'] }],
  }),
  'aws:secretsmanager/getSecretVersion:getSecretVersion': ({ versionStage }) => ({
    secretString: HEADER_VALUES[String(versionStage)],
  }),
};

/** Answer of a provider function. */
export const fakeAnswer = (token: string, inputs: State): State => {
  const answer = ANSWERS[token];
  if (answer === undefined) throw new Error(`no fake answer for ${token}`);
  return answer(inputs);
};
