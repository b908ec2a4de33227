import type { IngestionResultDto, RunDto, SourceRunsDto } from '../../ingestions/ingestion.dto.ts';
import type { Localization } from '../language/localization.ts';
import type { Translate } from '../language/messages.ts';
import type { FormView, ReadKind } from './ingestion-form.ts';
import { buildForm } from './ingestion-form.ts';

/** How a run ended, in a word; the reason beside it where it failed. */
interface RunView {
  started: string;
  trigger: string;
  window: string;
  state: string;
  isFailed: boolean;
  reason: string | null;
  counts: string[];
}

interface SourceView {
  id: string;
  name: string;
  /** When all that was asked for was last read, and what is going on. */
  notes: string[];
  runs: RunView[];
}

/** What came of the form that was just sent. */
export type Outcome =
  | { kind: 'done'; result: IngestionResultDto }
  /** `status` as the API would answer, and the fields that are wrong. */
  | { kind: 'failed'; status: number; fields: readonly string[] };

interface OutcomeView {
  isFailed: boolean;
  message: string;
  details: string[];
}

export interface OperationsPage {
  title: string;
  outcome: OutcomeView | null;
  form: FormView;
  columns: string[];
  sources: SourceView[];
}

export interface OperationsInput {
  sources: readonly SourceRunsDto[];
  formToken: string;
  /** What was sent, and what came of it; null: nothing was. */
  sent: { fields: Readonly<Record<string, string>>; kind: ReadKind; outcome: Outcome } | null;
}

const COUNTS = ['inserted', 'updated', 'unchanged', 'moved', 'missing', 'rejected'] as const;
const RESULT_COUNTS = ['inserted', 'updated', 'unchanged', 'moved', 'rejected'] as const;

const FAILURES: Readonly<Record<number, string>> = {
  400: 'operations.refused',
  409: 'operations.held',
  502: 'operations.failed',
  503: 'operations.unavailable',
  504: 'operations.late',
};

/** Fields of the form have names people know. */
const nameOf = (field: string, text: Translate): string =>
  ['from', 'to', 'source'].includes(field) ? text(`field.${field}`) : field;

const windowOf = ({ from, to }: RunDto, { text, formats }: Localization): string => {
  if (from === null && to === null) return text('run.everything');
  if (to === null) return text('run.from', { time: formats.dateTime(from!) });
  if (from === null) return text('run.to', { time: formats.dateTime(to) });
  return `${formats.dateTime(from)} – ${formats.dateTime(to)}`;
};

const stateOf = ({ error, complete }: RunDto): 'failed' | 'complete' | 'unfinished' => {
  if (error !== null) return 'failed';
  return complete ? 'complete' : 'unfinished';
};

const runView = (run: RunDto, localization: Localization): RunView => {
  const { text, formats } = localization;
  const state = stateOf(run);
  return {
    started: formats.dateTime(run.started_at),
    trigger: text(`run.trigger.${run.trigger}`),
    window: windowOf(run, localization),
    state: text(`run.${state}`),
    isFailed: state === 'failed',
    reason: run.error,
    counts: COUNTS.map((name) => formats.number(run[`${name}_items`])),
  };
};

const notesOf = (source: SourceRunsDto, { text, formats }: Localization): string[] => {
  const { last_success_at, next_from, running_until } = source;
  return [
    last_success_at === null
      ? text('operations.never_read')
      : text('operations.last_success', { time: formats.dateTime(last_success_at) }),
    ...(running_until === null
      ? []
      : [text('operations.running', { time: formats.dateTime(running_until) })]),
    ...(next_from === null
      ? []
      : [text('operations.next_from', { time: formats.dateTime(next_from) })]),
  ];
};

const sourceView = (source: SourceRunsDto, localization: Localization): SourceView => ({
  id: source.source,
  name: localization.text(`source.${source.source}`),
  notes: notesOf(source, localization),
  runs: source.runs.map((run) => runView(run, localization)),
});

const outcomeView = (outcome: Outcome, { text, formats }: Localization): OutcomeView => {
  if (outcome.kind === 'failed') {
    const message = text(FAILURES[outcome.status] ?? FAILURES[502]!);
    return { isFailed: true, message, details: outcome.fields.map((field) => nameOf(field, text)) };
  }
  const { result } = outcome;
  const source = text(`source.${result.source}`);
  const message = text(`operations.${result.complete ? 'done' : 'stopped'}`, { source });
  const details = RESULT_COUNTS.map(
    (name) => `${text(`run.${name}`)}: ${formats.number(result[`${name}_items`])}`,
  );
  return { isFailed: false, message, details };
};

/** The runs of each source, and a form to start another one. */
export const buildOperations = (
  { sources, formToken, sent }: OperationsInput,
  localization: Localization,
): OperationsPage => {
  const { text } = localization;
  const names = sources.map(({ source }) => source);
  return {
    title: text('nav.operations'),
    outcome: sent && outcomeView(sent.outcome, localization),
    form: buildForm({ sources: names, formToken, sent }, text),
    columns: COUNTS.map((name) => text(`run.${name}`)),
    sources: sources.map((source) => sourceView(source, localization)),
  };
};
