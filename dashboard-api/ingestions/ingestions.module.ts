import type { MiddlewareConsumer, NestModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { readJson } from '../http/bodies.ts';
import { IngestionFunction } from './ingestion-function.ts';
import { IngestionsController } from './ingestions.controller.ts';
import { IngestionsService } from './ingestions.service.ts';

@Module({
  controllers: [IngestionsController],
  providers: [IngestionsService, IngestionFunction],
  exports: [IngestionsService],
})
export class IngestionsModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(readJson).forRoutes(IngestionsController);
  }
}
