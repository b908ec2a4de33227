/** Where CloudFront, and what goes with it, has its certificates, firewalls, logs and metrics, wherever the stack is. */
export const EDGE_REGION = 'us-east-1';
