/** A parameter a caller gave, and what is wrong with it. */
export interface FieldError {
  field: string;
  message: string;
}

/** A caller asked for something in a way that cannot be answered; names each wrong parameter. */
export class InvalidParametersError extends Error {
  override readonly name = 'InvalidParametersError';

  constructor(readonly errors: readonly FieldError[]) {
    super(errors.map(({ field, message }) => `${field} ${message}`).join('; '));
  }
}

/** There is no such launch; the message says which was asked for. */
export class LaunchNotFoundError extends Error {
  override readonly name = 'LaunchNotFoundError';
}

/** A part of the system is down; says how each part is, whatever else is wrong. */
export class UnhealthyError extends Error {
  override readonly name = 'UnhealthyError';

  constructor(readonly details: Readonly<Record<string, { status: string }>>) {
    super('A part of the system is down');
  }
}
