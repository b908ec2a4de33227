import { Module } from '@nestjs/common';
import { ApiDescription } from './api-description.ts';
import { DocsController } from './docs.controller.ts';

@Module({
  controllers: [DocsController],
  providers: [ApiDescription],
  exports: [ApiDescription],
})
export class DocsModule {}
