import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

/** The account a stack is in, as ARNs write it. */
export interface Account {
  id: pulumi.Output<string>;
  /** `aws`, or the name of another part of the world. */
  partition: pulumi.Output<string>;
  /** The account itself: whoever its IAM policies let. */
  root: pulumi.Output<string>;
}

/** The account that the program is run for. */
export const thisAccount = (opts: pulumi.InvokeOptions): Account => {
  const { accountId: id } = aws.getCallerIdentityOutput({}, opts);
  const { partition } = aws.getPartitionOutput({}, opts);
  return { id, partition, root: pulumi.interpolate`arn:${partition}:iam::${id}:root` };
};
