import type { LaunchSource } from '../../../domain/launches/keys.ts';
import { isLaunchSource } from '../../../domain/launches/keys.ts';
import { FORM_TOKEN_FIELD } from '../../auth/own-forms.ts';
import type { IngestionFields } from '../../ingestions/ingestions.service.ts';
import type { Translate } from '../language/messages.ts';

/** Ways to ask: what may have changed lately, some days, or everything. */
const READ_KINDS = ['recent', 'window', 'everything'] as const;
export type ReadKind = (typeof READ_KINDS)[number];

/** The fields of a form that was sent, as texts. */
export type FormFields = Readonly<Record<string, string>>;

interface Choice {
  value: string;
  label: string;
  isChosen: boolean;
}

export interface FormView {
  token: { name: string; value: string };
  sources: Choice[];
  kinds: Choice[];
  from: string;
  to: string;
}

interface FormInput {
  sources: readonly LaunchSource[];
  formToken: string;
  /** What was sent last, to be shown again. */
  sent: { fields: FormFields; kind: ReadKind } | null;
}

export const buildForm = ({ sources, formToken, sent }: FormInput, text: Translate): FormView => {
  const fields = sent?.fields ?? {};
  const chosen = { source: fields['source'] ?? sources[0], kind: sent?.kind ?? READ_KINDS[0] };
  return {
    token: { name: FORM_TOKEN_FIELD, value: formToken },
    sources: sources.map((value) => ({
      value,
      label: text(`source.${value}`),
      isChosen: value === chosen.source,
    })),
    kinds: READ_KINDS.map((value) => ({
      value,
      label: text(`operations.read.${value}`),
      isChosen: value === chosen.kind,
    })),
    from: fields['from'] ?? '',
    to: fields['to'] ?? '',
  };
};

/** The texts among what a form sent; a field that comes twice is none. */
export const fieldsOf = (body: unknown): FormFields =>
  Object.fromEntries(
    Object.entries((body ?? {}) as object).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );

export const kindOf = ({ read }: FormFields): ReadKind =>
  READ_KINDS.find((kind) => kind === read) ?? READ_KINDS[0];

const givenDays = ({ from = '', to = '' }: FormFields): IngestionFields =>
  Object.fromEntries(Object.entries({ from, to }).filter(([, day]) => day !== ''));

/** The call that a form asks for. */
export const callOf = (fields: FormFields): IngestionFields => {
  const { source } = fields;
  const kind = kindOf(fields);
  return {
    ...(isLaunchSource(source) ? { source } : {}),
    ...(kind === 'window' ? givenDays(fields) : {}),
    ...(kind === 'everything' ? { backfill: true } : {}),
  };
};
