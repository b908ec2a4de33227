import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Injectable, Logger, Module } from '@nestjs/common';
import { errorFields } from '../../domain/telemetry/error-fields.ts';
import { Environment } from '../config/environment.ts';

/** Sets tracing up where there is a collector; without one its code is not even loaded. */
@Injectable()
export class Tracing implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(Tracing.name);
  private takeDown: (() => Promise<void>) | null = null;

  constructor(private readonly environment: Environment) {}

  async onModuleInit(): Promise<void> {
    const { tracingEndpoint, tracedShare, name } = this.environment;
    if (tracingEndpoint === undefined) return;
    const { registerTracing } = await import('./provider.ts');
    const url = `${tracingEndpoint.replace(/\/+$/, '')}/v1/traces`;
    const resource = { 'service.name': 'dashboard', 'deployment.environment.name': name };
    this.takeDown = registerTracing(url, tracedShare, resource, (error) => this.report(error));
  }

  async onApplicationShutdown(): Promise<void> {
    try {
      await this.takeDown?.();
    } catch (error) {
      this.report(error);
    }
  }

  private report(error: unknown): void {
    this.logger.warn({ event: 'traces_not_exported', ...errorFields(error) });
  }
}

@Module({ providers: [Tracing] })
export class TracingModule {}
