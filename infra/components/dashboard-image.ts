import { relative } from 'node:path';
import * as awsx from '@pulumi/awsx';
import * as pulumi from '@pulumi/pulumi';
import { BUILD_CONTEXT, buildTag } from '../build-context.ts';
import { Component } from '../component.ts';
import { pullFrom, pullNamed } from '../ecr-pull.ts';
import type { Statement } from '../iam.ts';

const IMAGES_KEPT = 20;

export interface DashboardImageArgs {
  /** Keeps the repository from being deleted with images in it. */
  isProtected: boolean;
  /** Image to use as it is. @default built from dashboard-api/Dockerfile and pushed */
  image?: string | undefined;
}

/** The dashboard's repository, and the image to run: built from this checkout, or one made elsewhere. */
export class DashboardImage extends Component {
  readonly repositoryUrl: pulumi.Output<string>;
  readonly uri: pulumi.Output<string>;
  /** What a role must allow to pull the image. */
  readonly pullStatements: Statement[];

  constructor(name: string, args: DashboardImageArgs, opts?: pulumi.ComponentResourceOptions) {
    super('DashboardImage', name, opts);
    const { image } = args;

    const repository = this.createRepository(args);

    this.repositoryUrl = repository.url;
    this.uri = image === undefined ? this.build(repository) : pulumi.output(image);
    this.pullStatements =
      image === undefined ? pullFrom(repository.repository.arn) : pullNamed(image, this.child);
    this.registerOutputs({ uri: this.uri });
  }

  private createRepository({ isProtected }: DashboardImageArgs): awsx.ecr.Repository {
    return new awsx.ecr.Repository(
      this.name,
      {
        imageScanningConfiguration: { scanOnPush: true },
        imageTagMutability: 'IMMUTABLE',
        forceDelete: !isProtected,
        lifecyclePolicy: {
          rules: [
            {
              description: `Keep the last ${IMAGES_KEPT} images`,
              tagStatus: 'any',
              maximumNumberOfImages: IMAGES_KEPT,
            },
          ],
        },
      },
      this.child,
    );
  }

  /** Paths are relative to where Pulumi runs the program, so that every checkout gives the same inputs. */
  private build(repository: awsx.ecr.Repository): pulumi.Output<string> {
    const context = relative(process.cwd(), BUILD_CONTEXT) || '.';
    const image = new awsx.ecr.Image(
      `${this.name}-build`,
      {
        repositoryUrl: repository.url,
        context,
        dockerfile: `${context}/dashboard-api/Dockerfile`,
        platform: 'linux/amd64',
        imageTag: buildTag(BUILD_CONTEXT),
      },
      // The repository's own rule says how long an image stays: to go back, it must still be there.
      { ...this.child, retainOnDelete: true },
    );
    return image.imageUri;
  }
}
