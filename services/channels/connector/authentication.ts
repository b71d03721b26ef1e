import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder-core';
import { CodedError } from '../../../knowledge/coded-error.js';
import type { BotCredentials } from '../../config.js';
import { restrictPipeline } from './outgoing-pipeline.js';
import type { Reach } from './service-url.js';

type Identity = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
type UserTokenClient = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>>;

/** Keys are fetched from the internet now and then; a request does not wait for them without end. */
const authenticationDeadlineMs = 10_000;

/**
 * The Bot Framework's authentication, with three changes: requests out go to allowed addresses only, without
 * redirects or hidden retries; a turn gets no client to send with, since replies are sent after their commit;
 * and sign-in of users, which this bot does not do, costs nothing.
 */
export class ConnectorAuthentication extends ConfigurationBotFrameworkAuthentication {
  constructor(
    credentials: BotCredentials,
    private readonly reach: Reach,
    openIdMetadataUrl?: string,
  ) {
    super({
      MicrosoftAppType: credentials.appType,
      ...(credentials.appId ? { MicrosoftAppId: credentials.appId } : {}),
      ...(credentials.appPassword ? { MicrosoftAppPassword: credentials.appPassword } : {}),
      ...(credentials.tenantId ? { MicrosoftAppTenantId: credentials.tenantId } : {}),
      ...(openIdMetadataUrl ? { ...publicCloud, ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl } : {}),
    } as ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[0]);
  }

  /** @throws CodedError CONNECTOR_UNAUTHORISED, or CONNECTOR_KEYS_UNREACHABLE where a token cannot be checked now. */
  override async authenticateRequest(activity: Activity, header: string): Promise<Identity> {
    if (this.reach === 'bot-framework' && issuerOf(header) !== publicCloud.ToBotFromChannelTokenIssuer) {
      throw new CodedError(
        'CONNECTOR_UNAUTHORISED',
        'the token is not one of a channel of the Bot Framework',
      );
    }
    try {
      const identity = await withDeadline(super.authenticateRequest(activity, header));
      return { ...identity, connectorFactory: neverSends };
    } catch (cause) {
      throw isOutage(cause)
        ? new CodedError(
            'CONNECTOR_KEYS_UNREACHABLE',
            'the signing keys of the Bot Framework cannot be fetched',
            { cause },
          )
        : new CodedError(
            'CONNECTOR_UNAUTHORISED',
            'the request carries no valid token of the Bot Framework',
            { cause },
          );
    }
  }

  override createConnectorFactory(
    identity: Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>[0],
  ): ConnectorFactory {
    const factory = super.createConnectorFactory(identity);
    return {
      create: async (serviceUrl, audience) =>
        restrictPipeline(await factory.create(serviceUrl, audience), this.reach),
    };
  }

  override async createUserTokenClient(): Promise<UserTokenClient> {
    return unused as UserTokenClient;
  }
}

/** The library takes all addresses of a cloud or none. */
const publicCloud = {
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  ToBotFromEmulatorOpenIdMetadataUrl:
    'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
  OAuthUrl: 'https://api.botframework.com',
  CallerId: 'urn:botframework:azure',
};

/**
 * Who a bearer token says it is from, unchecked. The library also takes tokens from Emulator and from other
 * bots, and for those it does not compare the address that replies go to; neither may talk to this bot.
 */
function issuerOf(header: string): unknown {
  const payload = /^Bearer [\w-]+\.([\w-]+)\.[\w-]*$/.exec(header)?.[1];
  if (!payload) return undefined;
  try {
    return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { iss?: unknown } | null)?.iss;
  } catch {
    return undefined;
  }
}

const unused: unknown = Object.freeze({});

const neverSends: ConnectorFactory = {
  create: async () => unused as Awaited<ReturnType<ConnectorFactory['create']>>,
};

async function withDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new CodedError('CONNECTOR_KEYS_UNREACHABLE', 'no answer in time')),
      authenticationDeadlineMs,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The library tells its outages by a status of 5xx, or passes on what the HTTP client threw. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof CodedError) return true;
  if ('statusCode' in error) return Number(error.statusCode) >= 500;
  return error.name === 'FetchError' || error.name === 'AbortError';
}
