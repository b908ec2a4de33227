import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import type { HealthIndicatorResult } from '@nestjs/terminus';
import { HealthIndicatorService } from '@nestjs/terminus';

const NANOS_PER_MILLI = 1e6;
const RESOLUTION_MS = 20;
const WINDOW_MS = 60_000;

/** Share of the heap's limit at which collecting garbage takes up most of the time. */
const FULL = 0.9;
/** Every request waits that long before anything is done for it. */
const SLOW_MS = 200;

/** Says whether the process itself has room and time left, over the last minute or two. */
@Injectable()
export class ProcessIndicator implements OnModuleInit, OnApplicationShutdown {
  private readonly delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  private lastDelay = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly indicators: HealthIndicatorService) {}

  onModuleInit(): void {
    this.delays.enable();
    this.timer = setInterval(() => this.startWindow(), WINDOW_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    this.delays.disable();
  }

  check(): HealthIndicatorResult {
    const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
    const delay = Math.max(this.lastDelay, this.delay());
    const told = {
      heap_used_bytes: used,
      heap_limit_bytes: limit,
      event_loop_delay_ms: delay,
      uptime_seconds: Math.round(process.uptime()),
    };
    const indicator = this.indicators.check('process');
    const isWell = used < limit * FULL && delay < SLOW_MS;
    return isWell ? indicator.up(told) : indicator.degraded(told);
  }

  /** Mean of the window so far, in milliseconds over what the measuring itself waits. */
  private delay(): number {
    const mean = this.delays.mean / NANOS_PER_MILLI - RESOLUTION_MS;
    return Number.isNaN(mean) ? 0 : Math.max(0, Math.round(mean * 10) / 10);
  }

  private startWindow(): void {
    this.lastDelay = this.delay();
    this.delays.reset();
  }
}
