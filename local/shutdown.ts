import { complain, inOneLine } from './terminal.ts';

type Close = () => Promise<void> | void;

/** What has been started, to be stopped in the opposite order: nothing goes before what still uses it. */
export class Shutdown {
  private readonly started: { name: string; close: Close }[] = [];
  private begun = false;

  /** Adds what was started last; when the stop has begun already, it is stopped at once. */
  async add(name: string, close: Close): Promise<void> {
    this.started.push({ name, close });
    if (this.begun) await this.run();
  }

  /** Stops everything; what cannot be stopped is named and does not keep the rest up. */
  async run(): Promise<void> {
    this.begun = true;
    for (let next = this.started.pop(); next !== undefined; next = this.started.pop()) {
      try {
        await next.close();
      } catch (error) {
        complain(`Stopping ${next.name} failed: ${inOneLine(error)}`);
      }
    }
  }
}
