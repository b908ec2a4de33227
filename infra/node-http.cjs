// An `import` of this module reads all of its exports, and one of those loads Node's whole fetch: 80 ms of a cold start.
module.exports = process.getBuiltinModule('node:http');
