import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { parseEcrImage } from './ecr-image.ts';
import type { Statement } from './iam.ts';
import { allow, unscoped } from './iam.ts';

/** What a role must allow to pull from a repository. */
export const pullFrom = (repositoryArn: pulumi.Output<string>): Statement[] => [
  allow(
    ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    repositoryArn,
  ),
  unscoped('ecr:GetAuthorizationToken'),
];

/** The same for an image by its full name: one in ECR needs a grant, one in a public registry needs none. */
export const pullNamed = (image: string, opts: pulumi.InvokeOptions): Statement[] => {
  const parsed = parseEcrImage(image);
  if (parsed === null) return [];
  const { account, region, repository } = parsed;
  const { partition } = aws.getPartitionOutput({}, opts);
  return pullFrom(
    pulumi.interpolate`arn:${partition}:ecr:${region}:${account}:repository/${repository}`,
  );
};
