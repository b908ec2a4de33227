import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import { logGroup } from '../logs.ts';
import type { StackConfig } from '../stack-options.ts';
import type { Keys } from './keys.ts';

/** What is written down of every request. */
const ACCESS_LOG = JSON.stringify({
  request_id: '$context.requestId',
  time: '$context.requestTimeEpoch',
  ip: '$context.identity.sourceIp',
  caller: '$context.identity.userArn',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  duration_ms: '$context.responseLatency',
  integration_error: '$context.integrationErrorMessage',
});

export interface FetchApiArgs {
  function: aws.lambda.Function;
  /** Origin of the dashboard, the only one whose pages may call. */
  allowedOrigin: pulumi.Input<string>;
  /** @default iam: requests signed by who may execute-api:Invoke */
  authorization?: StackConfig['fetchAuthorization'];
  /** Key of the access log. @default CloudWatch's own */
  keys?: Pick<Keys, 'logs'> | undefined;
}

/** The manual trigger: `POST /fetch` runs ingestion and waits for its answer. */
export class FetchApi extends Component {
  readonly fetchUrl: pulumi.Output<string>;

  constructor(name: string, args: FetchApiArgs, opts?: pulumi.ComponentResourceOptions) {
    super('FetchApi', name, opts);

    const api = this.createApi(args);
    this.createRoute(args, api);
    const stage = this.createStage(args, api);
    this.admit(args, api, stage);

    this.fetchUrl = pulumi.interpolate`${api.apiEndpoint}/fetch`;
    this.registerOutputs({ fetchUrl: this.fetchUrl });
  }

  private createApi({ allowedOrigin }: FetchApiArgs): aws.apigatewayv2.Api {
    return new aws.apigatewayv2.Api(
      this.name,
      {
        protocolType: 'HTTP',
        description: 'Collects launches when asked to',
        corsConfiguration: {
          allowOrigins: [allowedOrigin],
          allowMethods: ['POST'],
          allowHeaders: ['authorization', 'content-type', 'x-amz-date', 'x-amz-security-token'],
          maxAge: 3600,
        },
      },
      this.child,
    );
  }

  private createRoute(args: FetchApiArgs, api: aws.apigatewayv2.Api): void {
    const integration = new aws.apigatewayv2.Integration(
      this.name,
      {
        apiId: api.id,
        integrationType: 'AWS_PROXY',
        integrationUri: args.function.invokeArn,
        payloadFormatVersion: '2.0',
        timeoutMilliseconds: 30_000,
      },
      this.child,
    );
    new aws.apigatewayv2.Route(
      this.name,
      {
        apiId: api.id,
        routeKey: 'POST /fetch',
        authorizationType: args.authorization === 'none' ? 'NONE' : 'AWS_IAM',
        target: pulumi.interpolate`integrations/${integration.id}`,
      },
      this.child,
    );
  }

  private createStage({ keys }: FetchApiArgs, api: aws.apigatewayv2.Api): aws.apigatewayv2.Stage {
    return new aws.apigatewayv2.Stage(
      this.name,
      {
        apiId: api.id,
        name: '$default',
        autoDeploy: true,
        // A run takes seconds and holds a lease: more than this would only be turned away.
        defaultRouteSettings: { throttlingRateLimit: 1, throttlingBurstLimit: 5 },
        accessLogSettings: {
          destinationArn: logGroup(this.name, this.child, keys?.logs).arn,
          format: ACCESS_LOG,
        },
      },
      this.child,
    );
  }

  /** Lets this route, and no other, call the function. */
  private admit(
    args: FetchApiArgs,
    api: aws.apigatewayv2.Api,
    stage: aws.apigatewayv2.Stage,
  ): void {
    new aws.lambda.Permission(
      this.name,
      {
        function: args.function.name,
        action: 'lambda:InvokeFunction',
        principal: 'apigateway.amazonaws.com',
        sourceArn: pulumi.interpolate`${api.executionArn}/${stage.name}/POST/fetch`,
      },
      this.child,
    );
  }
}
