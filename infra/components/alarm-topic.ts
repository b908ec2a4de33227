import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import { allow, policy, thisAccountOnly } from '../iam.ts';

export interface AlarmTopicArgs {
  /** Who is written to; has to confirm once. @default nobody */
  email?: string | undefined;
  /** Region of the alarms; those of one can tell no topic of another. @default the stack's */
  region?: string | undefined;
}

/** Where alarms tell that they changed. */
export class AlarmTopic extends Component {
  readonly arn: pulumi.Output<string>;
  private readonly place: { region?: string };

  constructor(
    name: string,
    { email, region }: AlarmTopicArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super('AlarmTopic', name, opts);

    this.place = region === undefined ? {} : { region };
    const topic = new aws.sns.Topic(name, this.place, this.child);
    this.admitAlarms(topic);
    if (email !== undefined) this.subscribe(topic, email);

    this.arn = topic.arn;
    this.registerOutputs({ arn: this.arn });
  }

  private admitAlarms({ arn }: aws.sns.Topic): void {
    const statement = {
      ...allow(['sns:Publish'], arn),
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Condition: thisAccountOnly(this.child),
    };
    new aws.sns.TopicPolicy(
      this.name,
      { ...this.place, arn, policy: policy(statement) },
      this.child,
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
