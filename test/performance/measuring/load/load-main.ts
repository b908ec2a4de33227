/** The process of a load generator: is sent a load over IPC, answers with what came back. */
import { sendLoad } from './send-load.ts';
import type { Load } from './load.ts';

process.on('message', (load: Load) => {
  void sendLoad(load).then((result) => process.send!(result));
});
process.once('disconnect', () => process.exit());
