/**
 * Names of resources. AWS takes a physical name from Pulumi: the resource's own name plus a random suffix,
 * so that a replacement can stand beside what it replaces. Everything here is about leaving room for it.
 */

/** Characters Pulumi appends to a name: a hyphen and seven hexadecimal digits. */
export const RANDOM_SUFFIX_LENGTH = 8;

/** Characters a stack's name may have; the tests build a stack with a name this long. */
export const MAX_STACK_NAME_LENGTH = 16;

/** What a stack may be called: bucket and balancer names know neither capitals nor underscores. */
export const STACK_NAME = new RegExp(`^[a-z]([a-z0-9-]{0,${MAX_STACK_NAME_LENGTH - 2}}[a-z0-9])?$`);

/** Longest physical name of a load balancer or a target group, the shortest limit of all. */
export const BALANCER_NAME_LIMIT = 32;

/** `spacex-dashboard` becomes `sd`. */
const initials = (project: string): string =>
  project
    .split('-')
    .map((word) => word.charAt(0))
    .join('');

/** Names the components of one stack. */
export class Naming {
  private readonly project: string;
  private readonly stack: string;

  constructor({ project, stack }: { project: string; stack: string }) {
    this.project = project;
    this.stack = stack;
  }

  /** How every name begins that need not be short. */
  get prefix(): string {
    return `${this.project}-${this.stack}-`;
  }

  /**
   * Name of a component, and the start of its children's names: project, stack and part. Where that does not
   * fit, the project is written by its initials.
   * @param part what the component is for, e.g. `launches`
   * @param limit longest physical name its service takes, random suffix included
   * @throws Error when even the short name is too long
   */
  of(part: string, limit = Infinity): string {
    const projects = [this.project, initials(this.project)];
    const names = projects.map((project) => `${project}-${this.stack}-${part}`);
    const name = names.find(({ length }) => length + RANDOM_SUFFIX_LENGTH <= limit);
    if (name === undefined) throw new Error(`${names[1]} does not fit into ${limit} characters`);
    return name;
  }
}
