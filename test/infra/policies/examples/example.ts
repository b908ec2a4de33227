import type { Resource } from '../../../../infra/policies/rule.ts';

/** Stacks that break a rule and stacks that keep it; the first resource of each is the one judged. */
export interface Examples {
  breaks: readonly Resource[][];
  keeps: readonly Resource[][];
}

type Props = Resource['props'];

/** Makes resources of one type. */
export const resource =
  (type: string) =>
  (props: Props, name = 'subject'): Resource => ({ type, name, props });

/** Each of some inputs as a stack of its own. */
export const alone = (make: (props: Props) => Resource, ...inputs: Props[]): Resource[][] =>
  inputs.map((props) => [make(props)]);

/** The same inputs as a resource of each type, for rules that read a component as they read its part. */
export const asEach = (
  types: readonly ((props: Props) => Resource)[],
  ...inputs: Props[]
): Resource[][] => types.flatMap((make) => alone(make, ...inputs));
