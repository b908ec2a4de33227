import type { MiddlewareConsumer, NestModule } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import compression from 'compression';
import { LaunchesModule } from '../../launches/launches.module.ts';
import { EVERYTHING } from '../http.module.ts';
import { encodingTags } from '../strong-etag.ts';
import { PreparedAnswers } from './prepared-answers.ts';

/** Answers are compressed, tagged and kept ready to be sent again. */
@Global()
@Module({ imports: [LaunchesModule], providers: [PreparedAnswers] })
export class AnswersModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(encodingTags, PreparedAnswers, compression()).forRoutes(EVERYTHING);
  }
}
