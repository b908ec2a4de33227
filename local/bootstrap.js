/**
 * `npm start` and `npm test`: plain JavaScript that needs nothing installed. It installs what is missing and
 * goes on under the Node that the project pins. Its syntax is old on purpose, to be able to refuse old Nodes.
 * The npm scripts `exec` it: a shell in between would turn its exit code after Ctrl-C into its own.
 */
var OLDEST = 20;

if (Number(process.versions.node.split('.')[0]) < OLDEST) {
  process.stderr.write(
    'Node ' + OLDEST + ' or newer is needed; this is ' + process.version + '.\n',
  );
  process.exit(1);
}

import('./bootstrap/commands.js').then(function (commands) {
  return commands.run(process.argv[2], process.argv.slice(3));
});
