// Pulumi's policy host reads a TypeScript entry through an old compiler; from here on Node strips the types.
import './index.ts';
