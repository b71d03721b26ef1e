import { isIP } from 'node:net';
import { z } from 'zod';

const wholeNumber = (name: string, least: number, most: number, example: number) => {
  const message = `must be a whole number from ${least} to ${most}; write for example ${name}=${example}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .pipe(z.number().min(least, message).max(most, message))
    .default(example);
};

/** A word without spaces: names, ids, keys. */
const word = (message: string) => z.string().regex(/^[^\s\p{Cc}]{1,4096}$/u, message);
const webUrl = (message: string) =>
  z.string().refine((text) => /^https?:$/.test(protocolOf(text) ?? ''), message);
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });

const appTypes = ['MultiTenant', 'SingleTenant', 'UserAssignedMSI'] as const;

/** Each setting as an operator writes it; the messages finish the sentence "NAME: …". */
export const settingsSchema = z
  .object({
    NODE_ENV: z.string().optional(),
    PORT: wholeNumber('PORT', 0, 65535, 3978),
    HOST: z
      .string()
      .refine(
        (host) => isIP(host) !== 0 || /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(host),
        'must be an address or a host name without port; write for example HOST=127.0.0.1, or HOST=0.0.0.0 for every address',
      )
      .default('127.0.0.1'),
    DATA_DIR: z.string().default('data'),
    DIRECTORY_FILE: z.string().optional(),
    DATABASE_URL: word('must be one word')
      .regex(/^postgres(ql)?:\/\/./, 'must be a PostgreSQL address; write for example postgres://host/name')
      .optional(),
    REDIS_URL: word('must be a Redis address; write for example redis://host:6379').optional(),
    DIRECT_LINE_SECRET: word('must be one word').min(32, secretTooShort('DIRECT_LINE_SECRET')).optional(),
    WIDGET_ORIGINS: z
      .string()
      .transform((text) => text.split(/[\s,]+/).filter(Boolean))
      .refine(
        (origins) => origins.every(isOrigin),
        'must be web origins without path, parted by commas; write for example WIDGET_ORIGINS=https://www.example.org',
      )
      .default([]),
    MicrosoftAppType: z
      .string()
      .transform(
        (given) => appTypes.find((known) => known.toLowerCase() === given.trim().toLowerCase()) ?? given,
      )
      .pipe(oneOf(appTypes))
      .default('MultiTenant'),
    MicrosoftAppId: word('must be the application id as the Azure portal shows it').optional(),
    MicrosoftAppPassword: word('must be the client secret, one word').optional(),
    MicrosoftAppTenantId: word('must be the tenant id as the Azure portal shows it').optional(),
    SLACK_SIGNING_SECRET: word('must be the signing secret, one word').optional(),
    SLACK_BOT_TOKEN: word('must be the bot token, one word').optional(),
    OPENAI_API_KEY: word('must be one word').optional(),
    OPENAI_BASE_URL: webUrl(
      'must be a web address; write for example OPENAI_BASE_URL=http://127.0.0.1:11434/v1',
    ).optional(),
    CHAT_MODEL: word('must be the name of a model, one word').optional(),
    EMBEDDING_MODEL: word('must be the name of a model, one word').optional(),
    MODEL_DEADLINE_MS: wholeNumber('MODEL_DEADLINE_MS', 100, 60_000, 8_000),
    DATA_KEYS: word('must be keys parted by commas, without spaces').optional(),
    TRUSTED_PROXIES: wholeNumber('TRUSTED_PROXIES', 0, 9, 0),
    RETENTION_DAYS: wholeNumber('RETENTION_DAYS', 1, 3_650, 30),
    EMERGENCY_REGION: z
      .string()
      .regex(/^[a-z]{2}$/i, 'must be a country code of two letters; write for example EMERGENCY_REGION=US')
      .transform((region) => region.toUpperCase())
      .optional(),
    LOG_LEVEL: oneOf(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .superRefine((given, context) => {
    const refuse = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message });
    const managed = given.MicrosoftAppType === 'UserAssignedMSI';
    if (given.MicrosoftAppPassword && managed) {
      refuse(
        'MicrosoftAppPassword',
        'a managed identity has no password; unset it, or change MicrosoftAppType',
      );
    } else if (given.MicrosoftAppPassword && !given.MicrosoftAppId) {
      refuse('MicrosoftAppId', 'is missing though MicrosoftAppPassword is set; set both or neither');
    } else if (given.MicrosoftAppId && !given.MicrosoftAppPassword && !managed) {
      refuse('MicrosoftAppPassword', 'is missing though MicrosoftAppId is set; set both or neither');
    }
    if (given.MicrosoftAppType !== 'MultiTenant') {
      for (const name of ['MicrosoftAppId', 'MicrosoftAppTenantId'] as const) {
        if (!given[name]) refuse(name, `is missing; MicrosoftAppType=${given.MicrosoftAppType} needs it`);
      }
    }
    if (given.CHAT_MODEL && !given.OPENAI_API_KEY && !given.OPENAI_BASE_URL) {
      refuse('CHAT_MODEL', 'needs OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own; or unset it');
    }
  });

export type Settings = z.infer<typeof settingsSchema>;

function secretTooShort(name: string): string {
  return `must have 32 characters or more; unset it to have one made, or write ${name}= and a long random word`;
}

function isOrigin(text: string): boolean {
  return /^https?:$/.test(protocolOf(text) ?? '') && new URL(text).origin === text;
}

function protocolOf(text: string): string | undefined {
  return URL.canParse(text) ? new URL(text).protocol : undefined;
}
