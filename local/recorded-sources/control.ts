import { FaultError } from './faults.ts';
import type { FaultPlan } from './faults.ts';
import type { Answer, RecordedRequest } from './messages.ts';

/** `PUT {"faults": […]}` here changes how a running server misbehaves. */
export const CONTROL_PATH = '/__control';

const notAllowed: Answer = {
  status: 405,
  headers: { allow: 'PUT' },
  body: { error: `${CONTROL_PATH} takes PUT only` },
};

/** Sets the faults of a server: 200 and what was set, or 400 naming what is wrong with them. */
export const control = ({ method, body }: RecordedRequest, faults: FaultPlan): Answer => {
  if (method !== 'PUT') return notAllowed;
  try {
    faults.set(body);
    return { status: 200, body };
  } catch (error) {
    if (error instanceof FaultError) return { status: 400, body: { error: error.message } };
    throw error;
  }
};
