/** A resource as the program registers it: its type token, name and inputs. */
export interface Resource {
  type: string;
  name: string;
  props: Readonly<Record<string, unknown>>;
}

/** What is wrong with a resource, as the end of a sentence that begins with its name; null when nothing is. */
export type Check<R extends Resource = Resource> = (
  props: Resource['props'],
  stack: readonly R[],
) => string | null;

/** A promise of the program that a resource can break. */
export interface Rule {
  /** The checkov check it answers. */
  id: string;
  /** What that check asks for. */
  description: string;
  /** `stack` when a resource is judged by others beside it. */
  scope: 'resource' | 'stack';
  /** The check of each type of resource it looks at. */
  checks: Readonly<Record<string, Check>>;
}

export interface Violation<R extends Resource = Resource> {
  resource: R;
  reason: string;
}

/** The resources of a stack that a rule looks at. */
export const subjects = <R extends Resource>({ checks }: Rule, stack: readonly R[]): R[] =>
  stack.filter(({ type }) => type in checks);

/** What breaks a rule in a stack. */
export const violations = <R extends Resource>(rule: Rule, stack: readonly R[]): Violation<R>[] =>
  subjects(rule, stack).flatMap((resource) => {
    const problem = rule.checks[resource.type]?.(resource.props, stack) ?? null;
    return problem === null ? [] : [{ resource, reason: `${resource.name} ${problem}` }];
  });

/** The value at a path of nested inputs; undefined where the path ends early. */
export const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((node, key) => (node as Record<string, unknown> | null)?.[key], value);

/** The items of an input that is a list, or is not given. */
export const listAt = (value: unknown, ...path: readonly string[]): unknown[] => {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
};

/** A check that an input has the value it should. */
export const requires =
  (problem: string, holds: (props: Resource['props']) => boolean): Check =>
  (props) =>
    holds(props) ? null : problem;

/**
 * A check that a stack's resources of some types have a companion each: as many different ones are named by
 * companions as there are resources. Their ids need not be known for that.
 * @param key the companion's input that names its resource
 */
export const requiresCompanion =
  (
    problem: string,
    types: readonly string[],
    companion: { type: string; key: string; counts: (props: Resource['props']) => boolean },
  ): Check =>
  (_, stack) => {
    const count = stack.filter(({ type }) => types.includes(type)).length;
    const named = stack
      .filter(({ type, props }) => type === companion.type && companion.counts(props))
      .map(({ props }) => props[companion.key]);
    return new Set(named).size >= count ? null : problem;
  };
