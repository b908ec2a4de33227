import { MethodNotAllowedException } from '@nestjs/common';
import type { Application, Request, RequestHandler, Response } from 'express';

const READING = ['GET', 'HEAD', 'OPTIONS'];
const DAY_SECONDS = '86400';

interface RouteLayer {
  route?: { methods: Readonly<Record<string, boolean>> };
  match: (path: string) => boolean;
}

const isMalformed = (error: unknown): boolean => error instanceof URIError;

const matches = (layer: RouteLayer, path: string): boolean => {
  try {
    return layer.match(path);
  } catch (error) {
    // The router itself rejects such a path when its turn comes.
    if (isMalformed(error)) return false;
    throw error;
  }
};

/** Methods that the routes of a path answer; empty when there is no such path. */
const methodsOf = (app: Application, path: string): string[] => {
  const layers = app.router.stack as unknown as RouteLayer[];
  const answers = (method: string): boolean =>
    layers.some((layer) => layer.route?.methods[method] === true && matches(layer, path));
  const found = [...(answers('get') ? ['GET', 'HEAD'] : []), ...(answers('post') ? ['POST'] : [])];
  return found.length === 0 ? [] : [...found, 'OPTIONS'];
};

const pathOf = (request: Request): string => request.originalUrl.split('?')[0]!;

const answerOptions = (response: Response): void => {
  response.setHeader('Access-Control-Allow-Methods', READING.join(', '));
  response.setHeader('Access-Control-Allow-Headers', '*');
  response.setHeader('Access-Control-Max-Age', DAY_SECONDS);
  response.setHeader('Cache-Control', 'no-store');
  response.status(204).end();
};

/** Nearly everything here is only read: OPTIONS says what else is answered, and any other method is a 405 on a known path. */
export const onlyKnownMethods: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  const allowed = methodsOf(request.app, pathOf(request));
  if (allowed.length === 0) return next();
  if (request.method !== 'OPTIONS' && allowed.includes(request.method)) return next();
  response.setHeader('Allow', allowed.join(', '));
  if (request.method === 'OPTIONS') return answerOptions(response);
  next(new MethodNotAllowedException(`${request.method} is not answered here`));
};
