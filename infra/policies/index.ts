import type { ResourceValidationPolicy, StackValidationPolicy } from '@pulumi/policy';
import { PolicyPack } from '@pulumi/policy';
import type { Resource, Rule } from './rule.ts';
import { violations } from './rule.ts';
import { RULES } from './rules.ts';

type Policy = ResourceValidationPolicy | StackValidationPolicy;

/** Pulumi's engine hands over what a component is made of, and the component itself without its inputs. */
const isComponent = ({ type }: Resource): boolean => type.startsWith('awsx:');

const toPolicy = (rule: Rule): Policy => {
  const { id, description, scope } = rule;
  const common = { name: id, description, enforcementLevel: 'mandatory' } as const;
  if (scope === 'resource') {
    return {
      ...common,
      validateResource: (resource, report) => {
        if (isComponent(resource)) return;
        for (const { reason } of violations(rule, [resource])) report(reason);
      },
    };
  }
  return {
    ...common,
    validateStack: ({ resources }, report) => {
      const parts = resources.filter((resource) => !isComponent(resource));
      for (const { resource, reason } of violations(rule, parts)) report(reason, resource.urn);
    },
  };
};

new PolicyPack('spacex-dashboard', { policies: RULES.map(toPolicy) });
