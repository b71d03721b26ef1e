import { CodedError } from '../../../knowledge/coded-error.js';
import { isAllowedUrl, type Reach } from './service-url.js';

interface OutgoingRequest {
  url: string;
  timeout: number;
}

/** The part of Azure's request pipeline that is used here. */
interface Pipeline {
  removePolicy(policy: { name: string }): unknown[];
  addPolicy(policy: {
    name: string;
    sendRequest(
      request: OutgoingRequest,
      next: (request: OutgoingRequest) => Promise<unknown>,
    ): Promise<unknown>;
  }): void;
}

const requestTimeoutMs = 15_000;

/**
 * Holds a connector client to the allowed addresses, and takes away its redirects (which lead elsewhere) and
 * its retries (the outbox has its own, and must know that a try failed).
 * @throws CodedError CONNECTOR_INCOMPATIBLE where the library no longer shows its pipeline: better no reply
 * than one that may go anywhere.
 */
export function restrictPipeline<T extends object>(client: T, reach: Reach): T {
  const { pipeline } = (client as { client?: { pipeline?: Pipeline } }).client ?? {};
  if (!pipeline) {
    throw new CodedError(
      'CONNECTOR_INCOMPATIBLE',
      'botbuilder: the connector client has no pipeline; install 4.23.3',
    );
  }
  pipeline.removePolicy({ name: 'redirectPolicy' });
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.addPolicy({
    name: 'allowedAddresses',
    sendRequest: (request, next) => {
      if (!isAllowedUrl(new URL(request.url).origin, reach)) {
        throw new CodedError(
          'CONNECTOR_ADDRESS_REFUSED',
          'a reply was about to leave for an address that is not allowed',
        );
      }
      request.timeout = requestTimeoutMs;
      return next(request);
    },
  });
  return client;
}
