/** Loaded before a child's own program (`--import`): when the parent is gone, whatever way, the child stops too. */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// The channel alone is no reason to stay.
process.channel?.unref();
