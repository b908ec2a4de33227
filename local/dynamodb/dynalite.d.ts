/** The part of dynalite, which ships without types, that this project uses. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  interface DynaliteOptions {
    /** Folder of the LevelDB store; in memory without one. */
    path?: string;
    /** Milliseconds a table stays CREATING, UPDATING or DELETING; 500 each without these. */
    createTableMs?: number;
    updateTableMs?: number;
    deleteTableMs?: number;
  }

  /** An HTTP server that answers as DynamoDB does; closing it closes its store. */
  export default function dynalite(options?: DynaliteOptions): Server;
}
