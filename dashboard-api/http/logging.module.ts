import { Global, Injectable, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Logger, LoggerModule } from 'nestjs-pino';
import { EVERYTHING } from './http.module.ts';
import { RootLogger } from './root-logger.ts';

@Global()
@Module({ providers: [RootLogger], exports: [RootLogger] })
class RootLoggerModule {}

/** JSON logs; every line of a request carries its id. The line a request is the front's. */
export const loggingModule = (): DynamicModule =>
  LoggerModule.forRootAsync({
    imports: [RootLoggerModule],
    inject: [RootLogger],
    useFactory: (logger: RootLogger) => ({
      forRoutes: [EVERYTHING],
      pinoHttp: {
        logger: logger.pino,
        autoLogging: false,
        quietReqLogger: true,
        quietResLogger: true,
        customAttributeKeys: { reqId: 'request_id' },
        // The request itself is in no line, but would be made text for each.
        wrapSerializers: false,
        serializers: { req: () => undefined },
      },
    }),
  });

const FRAMEWORK = [
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
];

/**
 * Writes what the framework tells of its start as debug: it has no fields, is the same every time, and
 * what keeps the app from starting is thrown as well.
 */
@Injectable()
export class AppLogger extends Logger {
  override log(message: unknown, ...params: unknown[]): void {
    if (isFromStart(params)) this.debug(message, ...params);
    else super.log(message, ...params);
  }

  override error(message: unknown, ...params: unknown[]): void {
    if (isFromStart(params)) this.debug(message, ...params);
    else super.error(message, ...params);
  }
}

const isFromStart = (params: readonly unknown[]): boolean =>
  FRAMEWORK.includes(String(params.at(-1)));
