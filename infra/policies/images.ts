import type { Check, Rule } from './rule.ts';
import { at, requires } from './rule.ts';

const ofRepository = (check: Check): Rule['checks'] => ({
  'aws:ecr/repository:Repository': check,
  'awsx:ecr:Repository': check,
});

export const IMAGE_RULES: readonly Rule[] = [
  {
    id: 'CKV_AWS_51',
    description: 'The tags of an ECR repository are immutable.',
    scope: 'resource',
    checks: ofRepository(
      requires(
        'lets a tag move (imageTagMutability)',
        (props) => at(props, 'imageTagMutability') === 'IMMUTABLE',
      ),
    ),
  },
  {
    id: 'CKV_AWS_163',
    description: 'An ECR repository scans images when they are pushed.',
    scope: 'resource',
    checks: ofRepository(
      requires(
        'does not scan its images (imageScanningConfiguration)',
        (props) => at(props, 'imageScanningConfiguration', 'scanOnPush') === true,
      ),
    ),
  },
];
