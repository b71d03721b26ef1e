/** Why a model gave no usable answer: for logs and metrics. Never carries what was asked or answered. */
const MODEL_FAILURES = [
  /** No answer within the deadline. */
  'MODEL_DEADLINE',
  /** The person wrote again before the answer was there. */
  'MODEL_GIVEN_UP',
  /** As many calls as allowed are under way; this one was not made. */
  'MODEL_BUSY',
  /** The conversation has spent what it may; the call was not made. */
  'MODEL_SPENT',
  /** The breaker is open after failures in a row; the call was not made. */
  'MODEL_PAUSED',
  /** Could not be reached, or answered with a status of 500 or more. */
  'MODEL_UNAVAILABLE',
  /** Status 429. */
  'MODEL_RATE_LIMITED',
  /** Another status of 400 to 499: a wrong key, an unknown model, a request it does not understand. */
  'MODEL_REFUSED',
  /** More bytes than an answer can have. */
  'MODEL_TOO_LARGE',
  /** An answer that is not JSON, or not of the form asked for. */
  'MODEL_UNREADABLE',
  /** The package of the provider named in CHAT_MODEL is not installed. */
  'MODEL_NOT_INSTALLED',
] as const;
export type ModelFailure = (typeof MODEL_FAILURES)[number];

/** A failure that this folder itself found. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  constructor(readonly code: ModelFailure) {
    super(code);
  }
}

/** Reads the code of whatever LangChain, a provider's client or the network threw. */
export function modelFailureOf(error: unknown): ModelFailure {
  const chain = causes(error);
  const own = chain.find((cause) => cause instanceof ModelError);
  if (own) return own.code;
  for (const cause of chain) {
    const status = field(cause, 'status');
    if (typeof status === 'number') return failureOfStatus(status);
    const code = field(cause, 'code');
    if (code === 'ERR_MODULE_NOT_FOUND') return 'MODEL_NOT_INSTALLED';
    if (typeof code === 'string' && /^(E[A-Z]+|UND_ERR_[A-Z_]+)$/.test(code)) return 'MODEL_UNAVAILABLE';
  }
  return chain.some(isConnectionError) ? 'MODEL_UNAVAILABLE' : 'MODEL_UNREADABLE';
}

/** Whether the endpoint said that it does not understand this form of request. */
export function isRefusedForm(error: unknown): boolean {
  return causes(error).some((cause) => [400, 422].includes(Number(field(cause, 'status'))));
}

function failureOfStatus(status: number): ModelFailure {
  if (status === 429) return 'MODEL_RATE_LIMITED';
  if (status >= 500) return 'MODEL_UNAVAILABLE';
  return status >= 400 ? 'MODEL_REFUSED' : 'MODEL_UNREADABLE';
}

function isConnectionError(error: unknown): boolean {
  return /^(APIConnectionError|APIConnectionTimeoutError|TimeoutError)$/.test(
    `${field(error, 'name') === 'Error' ? error?.constructor.name : field(error, 'name')}`,
  );
}

/** The error and what caused it, outermost first. */
function causes(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let cause = error; cause instanceof Error && chain.length < 8; cause = cause.cause) chain.push(cause);
  return chain;
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}
