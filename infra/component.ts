import * as pulumi from '@pulumi/pulumi';

/** What every part of the stack is: a component whose children carry its name. */
export abstract class Component extends pulumi.ComponentResource {
  protected readonly name: string;
  /** Options of every child. */
  protected readonly child: { parent: Component };

  /**
   * @param type the class's name, part of the type token
   * @param name start of every child's name
   */
  constructor(type: string, name: string, opts?: pulumi.ComponentResourceOptions) {
    super(`spacex-dashboard:infra:${type}`, name, {}, opts);
    this.name = name;
    this.child = { parent: this };
  }
}
