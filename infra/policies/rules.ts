import { AUDIT_RULES } from './audit.ts';
import { BUCKET_RULES } from './buckets.ts';
import { CONTAINER_RULES } from './containers.ts';
import { DATA_RULES } from './data.ts';
import { EDGE_RULES } from './edges.ts';
import { ENCRYPTION_RULES } from './encryption.ts';
import { FUNCTION_RULES } from './functions.ts';
import { GRANT_RULES } from './grants.ts';
import { HTTP_API_RULES } from './http-apis.ts';
import { IMAGE_RULES } from './images.ts';
import { KEY_RULES } from './keys.ts';
import { LOAD_BALANCER_RULES } from './load-balancers.ts';
import { NETWORK_RULES } from './networks.ts';
import type { Rule } from './rule.ts';

/** Every rule of the pack, each named after the checkov check it answers. */
export const RULES: readonly Rule[] = [
  ...LOAD_BALANCER_RULES,
  ...EDGE_RULES,
  ...CONTAINER_RULES,
  ...IMAGE_RULES,
  ...FUNCTION_RULES,
  ...DATA_RULES,
  ...HTTP_API_RULES,
  ...NETWORK_RULES,
  ...GRANT_RULES,
  ...KEY_RULES,
  ...ENCRYPTION_RULES,
  ...BUCKET_RULES,
  ...AUDIT_RULES,
];
