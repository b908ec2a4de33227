/**
 * The same answer as most people would write it: `node nest-server.ts <url>` asks once, and from then on a plain
 * handler of Nest on Express returns the object, behind what the dashboard is behind too: helmet, CORS, compression, a log
 * line a request and a rate limit. Node strips types and nothing else, so its decorators are called as functions.
 */
import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { LoggerModule } from 'nestjs-pino';
import { rawAnswer } from './raw-answer.ts';

/** More than any load sends. */
const ANY_RATE = 1_000_000_000;

const { pathname, href } = new URL(process.argv[2] ?? '');
const { body } = await rawAnswer(href, 'identity');
const answer = JSON.parse(body.toString()) as object;

class AnswerController {
  answer(): object {
    return answer;
  }
}
Get(pathname)(
  AnswerController.prototype,
  'answer',
  Object.getOwnPropertyDescriptor(AnswerController.prototype, 'answer')!,
);
Controller()(AnswerController);

class AppModule {}
Module({
  imports: [LoggerModule.forRoot({ pinoHttp: { quietReqLogger: true } })],
  controllers: [AnswerController],
})(AppModule);

const app = await NestFactory.create<NestExpressApplication>(AppModule, {
  logger: false,
  cors: true,
});
app.use(helmet(), rateLimit({ windowMs: 60_000, limit: ANY_RATE }), compression());
await app.listen(process.env['PORT']!, process.env['HOST']!);
