import { ConflictException, Injectable } from '@nestjs/common';
import type { LaunchSource } from '../../domain/launches/keys.ts';
import { LaunchReader } from '../../domain/launches/repository/launch-reader.ts';
import { emptyState } from '../../domain/launches/state.ts';
import { Environment } from '../config/environment.ts';
import { DependencyError, InvalidParametersError } from '../errors.ts';
import type { IngestionResultDto, SourceRunsDto } from './ingestion.dto.ts';
import type { FunctionAnswer } from './ingestion-function.ts';
import { IngestionFunction } from './ingestion-function.ts';

/** What an ingestion may be asked to read, in the words of the function. */
export type IngestionFields = Readonly<Record<string, string | number | boolean>>;

/** The function refuses in one sentence, `field: what is wrong`. */
const refusedFields = (reason: string): InvalidParametersError => {
  const [, field = 'body', message = reason] = /^(\w+): (.+)$/.exec(reason) ?? [];
  return new InvalidParametersError([{ field, message }]);
};

const retryIn = (seconds: unknown): string =>
  typeof seconds === 'number' ? ` It asks to wait ${seconds} s.` : '';

const failureOf = ({ statusCode, body }: FunctionAnswer): Error => {
  const { error, retry_after } = body;
  if (statusCode === 400) return refusedFields(String(error));
  if (statusCode === 409) return new ConflictException('Another run of this source is under way.');
  if (statusCode === 503) return new DependencyError(503, 'The launches table is not available.');
  return new DependencyError(502, `The source could not be read.${retryIn(retry_after)}`);
};

/** Starts ingestion, and tells of the runs there were. */
@Injectable()
export class IngestionsService {
  constructor(
    private readonly ingestion: IngestionFunction,
    private readonly reader: LaunchReader,
    private readonly environment: Environment,
  ) {}

  /**
   * Runs an ingestion to its end, or for as long as a caller is kept waiting.
   * @param requestId of the request that asks for it
   * @throws InvalidParametersError, ConflictException while another run has the source, DependencyError
   */
  async start(fields: IngestionFields, requestId: string): Promise<IngestionResultDto> {
    const [source] = this.environment.sources;
    const answer = await this.ingestion.call({ source, ...fields }, requestId);
    if (answer.statusCode !== 200) throw failureOf(answer);
    return answer.body as unknown as IngestionResultDto;
  }

  /** The last runs of every source served. @throws TableError */
  runs(): Promise<SourceRunsDto[]> {
    return Promise.all(this.environment.sources.map((source) => this.runsOf(source)));
  }

  private async runsOf(source: LaunchSource): Promise<SourceRunsDto> {
    const state = (await this.reader.getState(source, { consistent: true })) ?? emptyState(source);
    const { last_success_at, next_from, lease, runs } = state;
    const running_until = lease?.expires_at ?? null;
    return { source, last_success_at, next_from, running_until, runs };
  }
}
