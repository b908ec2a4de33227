import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import type { Statement } from '../iam.ts';
import { allow, policy, thisAccountOnly } from '../iam.ts';
import type { Keys } from './keys.ts';

/** Events that are told, and how they are put into words. */
export interface ToldEvents {
  rule: aws.cloudwatch.EventRule;
  letter: aws.types.input.cloudwatch.EventTargetInputTransformer;
}

export interface AlarmTopicArgs {
  /** Who is written to; has to confirm once. @default nobody */
  email?: string | undefined;
  /** Region of the alarms; those of one can tell no topic of another. @default the stack's */
  region?: string | undefined;
  /** What is told besides alarms, by part of the name. @default nothing */
  events?: Record<string, ToldEvents> | undefined;
  /** Key of what is told. @default it is not encrypted: under SNS's own key no service could publish */
  keys?: Pick<Keys, 'topic'> | undefined;
}

/** Where alarms tell that they changed, and rules that something happened. */
export class AlarmTopic extends Component {
  readonly arn: pulumi.Output<string>;
  private readonly place: { region?: string };

  constructor(name: string, args: AlarmTopicArgs, opts?: pulumi.ComponentResourceOptions) {
    super('AlarmTopic', name, opts);
    const { email, region, events = {}, keys } = args;

    this.place = region === undefined ? {} : { region };
    const topic = new aws.sns.Topic(
      name,
      { ...this.place, ...(keys === undefined ? {} : { kmsMasterKeyId: keys.topic }) },
      this.child,
    );
    const admission = this.admit(topic, Object.keys(events).length > 0);
    for (const [part, told] of Object.entries(events)) this.tell(part, told, topic, admission);
    if (email !== undefined) this.subscribe(topic, email);

    this.arn = topic.arn;
    this.registerOutputs({ arn: this.arn });
  }

  private admit({ arn }: aws.sns.Topic, hasEvents: boolean): aws.sns.TopicPolicy {
    const publish = (service: string): Statement => ({
      ...allow(['sns:Publish'], arn),
      Principal: { Service: service },
    });
    const alarms = {
      ...publish('cloudwatch.amazonaws.com'),
      Condition: thisAccountOnly(this.child),
    };
    // EventBridge gives no condition of a topic's policy anything to compare: with one, nothing would arrive.
    const statements = hasEvents ? [alarms, publish('events.amazonaws.com')] : [alarms];
    return new aws.sns.TopicPolicy(
      this.name,
      { ...this.place, arn, policy: policy(...statements) },
      this.child,
    );
  }

  private tell(
    part: string,
    { rule, letter }: ToldEvents,
    topic: aws.sns.Topic,
    admission: aws.sns.TopicPolicy,
  ): void {
    new aws.cloudwatch.EventTarget(
      `${this.name}-${part}`,
      { ...this.place, rule: rule.name, arn: topic.arn, inputTransformer: letter },
      { ...this.child, dependsOn: [admission] },
    );
  }

  private subscribe(topic: aws.sns.Topic, endpoint: string): void {
    new aws.sns.TopicSubscription(
      this.name,
      { ...this.place, topic: topic.arn, protocol: 'email', endpoint },
      this.child,
    );
  }
}
