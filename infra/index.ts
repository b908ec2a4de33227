/** The whole system on AWS, for one stack. Composition and outputs only: each part says what it is made of. */
import { AlarmTopic } from './components/alarm-topic.ts';
import { BalancerAlarms } from './components/balancer-alarms.ts';
import { DashboardAccess } from './components/dashboard-access.ts';
import { DashboardImage } from './components/dashboard-image.ts';
import { DashboardService } from './components/dashboard-service.ts';
import { FetchApi } from './components/fetch-api.ts';
import { FirstFill } from './components/first-fill.ts';
import { Ingestion } from './components/ingestion.ts';
import { IngestionAlarms } from './components/ingestion-alarms.ts';
import { LaunchesTable } from './components/launches-table.ts';
import { LoadBalancer } from './components/load-balancer.ts';
import { MonitoringDashboard } from './components/monitoring-dashboard.ts';
import { Network } from './components/network.ts';
import { Schedule } from './components/schedule.ts';
import { ServiceScaling } from './components/service-scaling.ts';
import { UserPool } from './components/user-pool.ts';
import { configuredIssuer } from './issuer.ts';
import { BALANCER_NAME_LIMIT, Naming } from './naming.ts';
import { readStackConfig } from './stack-config.ts';
import { reachesInternet, servesHttps } from './stack-rules.ts';

/** Where the dashboard listens. */
const PORT = 3000;

const config = readStackConfig();
const names = new Naming(config);
const { isProtected, sources } = config;

const network = new Network(names.of('network'), config);
const table = new LaunchesTable(names.of('launches'), config);

const balancer = new LoadBalancer(names.of('lb', BALANCER_NAME_LIMIT), {
  ...config,
  vpcId: network.vpcId,
  subnetIds: network.publicSubnetIds,
  targetPort: PORT,
});

const given = configuredIssuer(config);
const people =
  given === undefined
    ? new UserPool(names.of('users'), {
        ...config,
        dashboardUrl: balancer.url,
        isHttps: servesHttps(config),
      })
    : undefined;
const issuer = given ?? people!.issuer;

const ingestion = new Ingestion(names.of('ingestion'), {
  ...config,
  table: table.writer,
  rolesClaim: issuer.rolesClaim,
});
const schedule = new Schedule(names.of('cron'), { function: ingestion.function, sources });
new FirstFill(names.of('fill'), {
  functionName: ingestion.function.name,
  sources,
  after: [table, ingestion],
});

const image = new DashboardImage(names.of('image'), { isProtected, image: config.dashboardImage });
// Without a way out neither the issuer nor Lambda could be reached, and what needs them stays closed.
const reached = reachesInternet(config)
  ? [
      ingestion.caller,
      new DashboardAccess(names.of('access'), { ...config, issuer, dashboardUrl: balancer.url })
        .use,
    ]
  : [];
const service = new DashboardService(names.of('web'), {
  ...config,
  network,
  balancer,
  image,
  uses: [table.reader, ...reached],
  port: PORT,
});
const served = {
  balancerArnSuffix: balancer.arnSuffix,
  targetGroupArnSuffix: balancer.targetGroupArnSuffix,
  clusterName: service.clusterName,
  serviceName: service.serviceName,
};
new ServiceScaling(names.of('scaling'), {
  ...served,
  minTasks: config.minTasks,
  maxTasks: config.maxTasks,
  weekdayTimezone: config.weekdayScaling ? config.weekdayTimezone : undefined,
});

const fetchApi = new FetchApi(names.of('fetch'), {
  function: ingestion.function,
  allowedOrigin: balancer.url,
  authorization: config.fetchAuthorization,
  issuer,
});

const alarms = new AlarmTopic(names.of('alarms'), { email: config.alarmEmail });
new IngestionAlarms(names.of('ingestion-alarms'), {
  topicArn: alarms.arn,
  functionName: ingestion.function.name,
  tableName: table.tableName,
  sources,
  queues: { 'failed-runs': ingestion.failures.name, 'missed-runs': schedule.failures.name },
});
new BalancerAlarms(names.of('lb-alarms'), { topicArn: alarms.arn, ...served });
new MonitoringDashboard(names.of('monitoring'), {
  ...served,
  region: config.region,
  functionName: ingestion.function.name,
  tableName: table.tableName,
});

export const dashboardUrl = balancer.url;
export const fetchUrl = fetchApi.fetchUrl;
export const tableName = table.tableName;
export const userPoolId = people?.poolId;
export const userPoolClientId = people?.clientId;
export const functionName = ingestion.function.name;
export const imageRepository = image.repositoryUrl;
export const vpcId = network.vpcId;
export const alarmTopicArn = alarms.arn;
