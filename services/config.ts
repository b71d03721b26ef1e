import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CodedError } from '../knowledge/coded-error.js';
import { projectPath } from '../knowledge/data-file.js';
import { type Settings, settingsSchema } from './settings.js';

/** All settings, checked. Paths are absolute. */
export interface Config {
  server: { host: string; port: number };
  /** Folder of what the bot keeps: conversations, keys. */
  dataDir: string;
  /** The therapist directory's file: the operator's own where there is one, else the demo's. */
  directoryFile: string;
  /** Where the operator's own therapists are kept, or will be once some are loaded. */
  ownDirectoryFile: string;
  /** Where the therapist directory is, in place of a file. Holds a password. */
  databaseUrl?: string;
  /** Conversations silent for longer are removed. */
  retentionDays: number;
  bot: BotCredentials;
  model: ModelSettings;
  directLine: {
    secret?: string;
    widgetOrigins: string[];
    /** How many proxies of the operator's own stand before the server, each adding to X-Forwarded-For. */
    trustedProxies: number;
  };
  /** ISO 3166-1 alpha-2, upper case: whose emergency number is given where the patient named no country. */
  emergencyRegion?: string;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** Without `appId` the Bot Framework's authentication is off and only this machine is talked to. */
export interface BotCredentials {
  appType: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
  appId?: string;
  appPassword?: string;
  tenantId?: string;
}

/** No `chatModel`: no model is ever called, whatever key happens to be in the environment. */
interface ModelSettings {
  chatModel?: string;
  apiKey?: string;
  baseUrl?: string;
  embeddingModel?: string;
  deadlineMs: number;
}

/**
 * Reads and checks every setting; nothing else reads the environment. An empty value counts as not set.
 * @throws CodedError CONFIG_INVALID, CONFIG_UNSAFE or CONFIG_NOT_SUPPORTED_YET: one line that names the
 * setting and the mend. No value is ever repeated, since any of them may be a secret.
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new CodedError('CONFIG_INVALID', `${issue?.path.join('.')}: ${issue?.message}`);
  }
  refuseUnsupported(parsed.data);
  const config = grouped(parsed.data);
  if (parsed.data.NODE_ENV === 'production') refuseUnsafe(config);
  return config;
}

function refuseUnsupported(given: Settings): void {
  const unbuilt: [keyof Settings, string][] = [
    ['REDIS_URL', 'keeps conversations in LMDB only'],
    ['SLACK_SIGNING_SECRET', 'does not speak to Slack directly (a Slack channel of Azure Bot Service works)'],
    ['SLACK_BOT_TOKEN', 'does not speak to Slack directly (a Slack channel of Azure Bot Service works)'],
    ['DATA_KEYS', 'does not encrypt what it keeps (put DATA_DIR on an encrypted disk)'],
  ];
  for (const [name, limit] of unbuilt) {
    if (given[name] === undefined) continue;
    throw new CodedError('CONFIG_NOT_SUPPORTED_YET', `${name} is set, but this version ${limit}; unset it`);
  }
}

function refuseUnsafe({ server, bot }: Config): void {
  if (bot.appId || isLoopback(server.host)) return;
  throw new CodedError(
    'CONFIG_UNSAFE',
    'HOST: a public address without credentials would let anyone talk as anyone; set MicrosoftAppId and MicrosoftAppPassword, or HOST=127.0.0.1',
  );
}

function grouped(given: Settings): Config {
  const ownDirectoryFile = resolve(given.DIRECTORY_FILE ?? join(given.DATA_DIR, 'therapists.json'));
  const hasOwn = given.DIRECTORY_FILE !== undefined || existsSync(ownDirectoryFile);
  return {
    server: { host: given.HOST, port: given.PORT },
    dataDir: resolve(given.DATA_DIR),
    directoryFile: hasOwn
      ? ownDirectoryFile
      : projectPath('services', 'therapists', 'demo', 'therapists.json'),
    ownDirectoryFile,
    retentionDays: given.RETENTION_DAYS,
    bot: present({
      appType: given.MicrosoftAppType,
      appId: given.MicrosoftAppId,
      appPassword: given.MicrosoftAppPassword,
      tenantId: given.MicrosoftAppTenantId,
    }),
    model: present({
      chatModel: given.CHAT_MODEL,
      apiKey: given.OPENAI_API_KEY,
      baseUrl: given.OPENAI_BASE_URL,
      embeddingModel: given.EMBEDDING_MODEL,
      deadlineMs: given.MODEL_DEADLINE_MS,
    }),
    directLine: present({
      secret: given.DIRECT_LINE_SECRET,
      widgetOrigins: given.WIDGET_ORIGINS,
      trustedProxies: given.TRUSTED_PROXIES,
    }),
    ...present({ emergencyRegion: given.EMERGENCY_REGION, databaseUrl: given.DATABASE_URL }),
    logLevel: given.LOG_LEVEL,
  };
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Leaves out what is not set, so that an absent setting is absent. */
function present<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}

function isLoopback(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);
}
