import type { Examples } from './example.ts';
import { alone, asEach, resource } from './example.ts';

const task = resource('aws:ecs/taskDefinition:TaskDefinition');
const component = resource('awsx:ecs:FargateService');
const SERVICES = [resource('aws:ecs/service:Service'), component];
const REPOSITORIES = [resource('aws:ecr/repository:Repository'), resource('awsx:ecr:Repository')];
const cluster = resource('aws:ecs/cluster:Cluster');

const READ_ONLY = { name: 'dashboard', readonlyRootFilesystem: true };
const WRITABLE = { name: 'sidecar' };

const containerDefinitions = (...containers: object[]) => ({
  containerDefinitions: JSON.stringify(containers),
});
const ofTask = (taskDefinitionArgs: object) => ({ taskDefinitionArgs });
const insights = (value: string) => ({ settings: [{ name: 'containerInsights', value }] });

export const CONTAINER_EXAMPLES: Record<string, Examples> = {
  CKV_AWS_333: {
    breaks: [
      ...asEach(SERVICES, { networkConfiguration: { assignPublicIp: true } }),
      ...alone(component, { assignPublicIp: true }),
    ],
    keeps: asEach(SERVICES, { networkConfiguration: { assignPublicIp: false } }, {}),
  },
  CKV_AWS_336: {
    breaks: [
      ...alone(task, containerDefinitions(WRITABLE), containerDefinitions(READ_ONLY, WRITABLE)),
      ...alone(
        component,
        ofTask({ container: WRITABLE }),
        ofTask({ containers: { dashboard: READ_ONLY, sidecar: WRITABLE } }),
        ofTask({}),
      ),
    ],
    keeps: [
      ...alone(task, containerDefinitions(READ_ONLY)),
      ...alone(
        component,
        ofTask({ container: READ_ONLY }),
        ofTask({ containers: { dashboard: READ_ONLY } }),
      ),
    ],
  },
  CKV_AWS_249: {
    breaks: [
      ...alone(task, { executionRoleArn: 'one', taskRoleArn: 'one' }),
      ...alone(
        component,
        ofTask({ executionRole: { roleArn: 'one' }, taskRole: { roleArn: 'one' } }),
      ),
    ],
    keeps: [
      ...alone(task, { executionRoleArn: 'one', taskRoleArn: 'another' }),
      ...alone(
        component,
        ofTask({ executionRole: { roleArn: 'one' }, taskRole: { roleArn: 'another' } }),
        ofTask({}),
      ),
    ],
  },
  CKV_AWS_65: {
    breaks: alone(cluster, {}, insights('disabled')),
    keeps: alone(cluster, insights('enabled'), insights('enhanced')),
  },
  CKV_AWS_51: {
    breaks: asEach(REPOSITORIES, {}, { imageTagMutability: 'MUTABLE' }),
    keeps: asEach(REPOSITORIES, { imageTagMutability: 'IMMUTABLE' }),
  },
  CKV_AWS_163: {
    breaks: asEach(REPOSITORIES, {}, { imageScanningConfiguration: { scanOnPush: false } }),
    keeps: asEach(REPOSITORIES, { imageScanningConfiguration: { scanOnPush: true } }),
  },
};
