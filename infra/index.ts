/** The whole system on AWS, for one stack. Composition and outputs only: each part says what it is made of. */
import { createAccess, createIssuer } from './access.ts';
import { AlarmTopic } from './components/alarm-topic.ts';
import { Audit } from './components/audit.ts';
import { BACKUP_NAME_LIMIT, Backups, LONGEST_BACKUP_SUFFIX } from './components/backups.ts';
import { BalancerAlarms } from './components/balancer-alarms.ts';
import { DashboardImage } from './components/dashboard-image.ts';
import { DashboardService } from './components/dashboard-service.ts';
import { FetchApi } from './components/fetch-api.ts';
import { FirstFill } from './components/first-fill.ts';
import { Ingestion } from './components/ingestion.ts';
import { IngestionAlarms } from './components/ingestion-alarms.ts';
import { Keys } from './components/keys.ts';
import { LaunchLibraryToken } from './components/launch-library-token.ts';
import { LaunchesTable } from './components/launches-table.ts';
import { MonitoringDashboard } from './components/monitoring-dashboard.ts';
import { Network } from './components/network.ts';
import { Schedule } from './components/schedule.ts';
import { ServiceScaling } from './components/service-scaling.ts';
import { createEntrance, watchEntrance } from './entrance.ts';
import { Naming } from './naming.ts';
import { readStackConfig } from './stack-config.ts';

/** Where the dashboard listens. */
const PORT = 3000;

const config = readStackConfig();
const names = new Naming(config);
const { isProtected, sources } = config;

const trailName = names.of('trail');
const keys = config.customerManagedKeys
  ? new Keys(names.of('keys'), { ...config, prefix: names.prefix, trailName })
  : undefined;

const network = new Network(names.of('network'), { ...config, keys });
const table = new LaunchesTable(names.of('launches'), { ...config, keys });
const entrance = createEntrance(names, config, { network, port: PORT, keys });
const { balancer } = entrance;

const { issuer, people } = createIssuer(names, config, entrance);

const launchLibraryToken = config.launchLibraryTokenSecret
  ? new LaunchLibraryToken(names.of('launch-library-token'), { isProtected })
  : undefined;
const ingestion = new Ingestion(names.of('ingestion'), {
  ...config,
  table: table.writer,
  launchLibraryToken,
  rolesClaim: issuer.rolesClaim,
  keys,
});
const schedule = new Schedule(names.of('cron'), { function: ingestion.function, sources, keys });
new FirstFill(names.of('fill'), {
  functionName: ingestion.function.name,
  sources,
  after: [table, ingestion],
});

const image = new DashboardImage(names.of('image'), { isProtected, image: config.dashboardImage });
const access = createAccess(names, config, { issuer, entrance, ingestion, table });
const service = new DashboardService(names.of('web'), {
  ...config,
  network,
  balancer,
  image,
  uses: [table.reader, ...access],
  port: PORT,
  proxies: entrance.proxies,
  isBehindTls: entrance.isSecure,
  keys,
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
  allowedOrigin: entrance.url,
  authorization: config.fetchAuthorization,
  issuer,
  keys,
});

const audit = new Audit(names.of('audit'), { ...config, trailName, keys });
const alarms = new AlarmTopic(names.of('alarms'), {
  email: config.alarmEmail,
  events: audit.events,
  keys,
});
new IngestionAlarms(names.of('ingestion-alarms'), {
  topicArn: alarms.arn,
  functionName: ingestion.function.name,
  tableName: table.tableName,
  sources,
  queues: { 'failed-runs': ingestion.failures.name, 'missed-runs': schedule.failures.name },
});
new BalancerAlarms(names.of('lb-alarms'), { topicArn: alarms.arn, ...served });
watchEntrance(names, config, entrance, { topic: alarms, keys });
new MonitoringDashboard(names.of('monitoring'), {
  ...served,
  region: config.region,
  functionName: ingestion.function.name,
  tableName: table.tableName,
  sources,
});

if (config.backups) {
  new Backups(names.of('backups', BACKUP_NAME_LIMIT - LONGEST_BACKUP_SUFFIX), {
    ...config,
    tableArn: table.tableArn,
    tableKeyArn: keys?.table,
    tablePrefix: names.prefix,
  });
}

export const dashboardUrl = entrance.url;
export const fetchUrl = fetchApi.fetchUrl;
export const tableName = table.tableName;
export const userPoolId = people?.poolId;
export const userPoolClientId = people?.clientId;
export const functionName = ingestion.function.name;
export const imageRepository = image.repositoryUrl;
export const vpcId = network.vpcId;
export const alarmTopicArn = alarms.arn;
export const launchLibraryTokenSecret = launchLibraryToken?.arn;
export const originHeaderSecret = entrance.originSecretArn;
