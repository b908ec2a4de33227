import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import { allow, policy, thisAccountOnly } from '../iam.ts';

export interface AlarmTopicArgs {
  /** Who is written to; has to confirm once. @default nobody */
  email?: string | undefined;
}

/** Where alarms tell that they changed. */
export class AlarmTopic extends Component {
  readonly arn: pulumi.Output<string>;

  constructor(name: string, { email }: AlarmTopicArgs, opts?: pulumi.ComponentResourceOptions) {
    super('AlarmTopic', name, opts);

    const topic = new aws.sns.Topic(name, {}, this.child);
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
    new aws.sns.TopicPolicy(this.name, { arn, policy: policy(statement) }, this.child);
  }

  private subscribe(topic: aws.sns.Topic, endpoint: string): void {
    new aws.sns.TopicSubscription(
      this.name,
      { topic: topic.arn, protocol: 'email', endpoint },
      this.child,
    );
  }
}
