/** An image in a private ECR registry. */
export interface EcrImage {
  account: string;
  region: string;
  repository: string;
}

const NAME = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([^:@]+)/;

/** Takes an image's name apart; null when it is not in ECR. */
export const parseEcrImage = (image: string): EcrImage | null => {
  const [, account, region, repository] = NAME.exec(image) ?? [];
  if (account === undefined || region === undefined || repository === undefined) return null;
  return { account, region, repository };
};
