import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Express, Request, Response } from 'express';

/** Lets a request and its answer do what Express makes them able to, before it comes to do so itself. */
export const asExpress = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  app: Express,
): [Request, Response] => {
  const request = Object.setPrototypeOf(incoming, app.request) as Request;
  const response = Object.setPrototypeOf(outgoing, app.response) as Response;
  request.originalUrl = request.url;
  request.res = response;
  response.req = request;
  response.locals ??= {};
  return [request, response];
};
