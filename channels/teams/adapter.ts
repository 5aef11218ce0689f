// The one place that knows the Bot Framework SDK: it checks who sends us an activity, and carries ours out. Its own
// retries are off; a stand-in's addresses are set all together or not at all.
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  type TurnContext,
} from 'botbuilder';
import { AppCredentials, type ConnectorClient, type ServiceClientCredentialsFactory } from 'botframework-connector';
import type { Clock } from '../../core/clock.ts';

export interface TeamsAccount {
  accountId: string;
  appId: string;
  appPassword: string;
  tenantId: string;
  openIdUrl?: string;
  tokenUrl?: string;
  /** TEAMS_SERVICE_URLS. */
  serviceUrls: string[];
  /** How long Teams may take to answer; 10 s. */
  timeoutMs?: number;
}

const ISSUER = 'https://api.botframework.com';
const SCOPE = 'https://api.botframework.com';
const TOKEN_TIMEOUT_MS = 10_000;

/** Client credentials by one plain request: no library in between that would repeat or cache on its own terms. */
class ClientCredentials extends AppCredentials {
  readonly #account: TeamsAccount;
  readonly #clock: Clock;

  constructor(account: TeamsAccount, clock: Clock) {
    super(account.appId, account.tenantId, SCOPE);
    this.#account = account;
    this.#clock = clock;
    // The SDK keeps tokens for the whole process: those of another account or endpoint are not ours.
    this.tokenCacheKey = `${account.appId} ${account.tokenUrl ?? account.tenantId}`;
  }

  protected override async refreshToken() {
    const { appId, appPassword, tenantId, tokenUrl } = this.#account;
    const url = tokenUrl ?? `https://login.microsoftonline.com/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`;
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: appId,
        client_secret: appPassword,
        scope: `${SCOPE}/.default`,
      }),
      signal: AbortSignal.timeout(TOKEN_TIMEOUT_MS),
    });
    if (!response.ok) throw Object.assign(new Error('the token endpoint refused us'), { statusCode: 401 });
    const { access_token: accessToken, expires_in: seconds } = (await response.json()) as {
      access_token: string;
      expires_in?: number;
    };
    return { accessToken, expiresOn: new Date(this.#clock.nowMs() + (seconds ?? 3_600) * 1_000) } as never;
  }
}

export class TeamsAdapter extends CloudAdapter {
  readonly #authentication: ConfigurationBotFrameworkAuthentication;
  readonly #appId: string;
  readonly #credentials: ClientCredentials;

  constructor(account: TeamsAccount, clock: Clock, issuer = ISSUER) {
    const credentials = new ClientCredentials(account, clock);
    const factory: ServiceClientCredentialsFactory = {
      isValidAppId: async (appId) => appId === account.appId,
      isAuthenticationDisabled: async () => false,
      createCredentials: async () => credentials as never,
    };
    const options: ConfigurationBotFrameworkAuthenticationOptions = account.openIdUrl
      ? {
          MicrosoftAppId: account.appId,
          ToChannelFromBotLoginUrl: account.tokenUrl ?? account.openIdUrl,
          ToChannelFromBotOAuthScope: SCOPE,
          ToBotFromChannelTokenIssuer: issuer,
          OAuthUrl: account.openIdUrl,
          ToBotFromChannelOpenIdMetadataUrl: account.openIdUrl,
          ToBotFromEmulatorOpenIdMetadataUrl: account.openIdUrl,
          CallerId: 'urn:botframework:azure',
          ValidateAuthority: 'false',
        }
      : { MicrosoftAppId: account.appId };
    const authentication = new ConfigurationBotFrameworkAuthentication(options, factory);
    super(authentication);
    this.#authentication = authentication;
    this.#appId = account.appId;
    this.#credentials = credentials;
  }

  /** Our token, for fetching a picture from the network's own host. */
  tokenFor(_serviceUrl: string): Promise<string> {
    return this.#credentials.getToken();
  }

  /** Throws when the token is not one of Teams' for this bot and this serviceUrl. */
  async authenticate(activity: object, authorization: string): Promise<void> {
    await this.#authentication.authenticateRequest(activity as never, authorization);
  }

  /** Runs `use` with a client for the conversation's serviceUrl that never repeats by itself. */
  async withClient<T>(
    reference: object,
    use: (client: ConnectorClient, context: TurnContext) => Promise<T>,
  ): Promise<T> {
    let result: { value: T } | undefined;
    await this.continueConversationAsync(this.#appId, reference as never, async (context) => {
      const client = context.turnState.get<ConnectorClient>(this.ConnectorClientKey);
      if (!client) throw new Error('the SDK gave no client');
      const inner = client as unknown as { client?: { pipeline?: { removePolicy(which: { name: string }): void } } };
      inner.client?.pipeline?.removePolicy({ name: 'defaultRetryPolicy' });
      result = { value: await use(client, context) };
    });
    return result!.value;
  }
}
