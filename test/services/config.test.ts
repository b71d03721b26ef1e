import { isAbsolute } from 'node:path';
import { expect } from 'chai';
import { CodedError } from '../../knowledge/coded-error.js';
import { readConfig } from '../../services/config.js';

function refusalOf(environment: Record<string, string>): { code: string; message: string } {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).to.be.instanceOf(CodedError);
    return error as CodedError;
  }
  throw new Error(`accepted: ${Object.keys(environment)}`);
}

const credentials = { MicrosoftAppId: 'app', MicrosoftAppPassword: 'password' };

describe('readConfig', () => {
  it('runs on one machine without any setting', () => {
    const config = readConfig({});
    expect(config).to.deep.include({
      server: { host: '127.0.0.1', port: 3978 },
      retentionDays: 30,
      bot: { appType: 'MultiTenant' },
      model: { deadlineMs: 8000 },
      directLine: { widgetOrigins: [], trustedProxies: 0 },
      logLevel: 'info',
    });
    expect(isAbsolute(config.dataDir) && config.dataDir.endsWith('data')).to.equal(true);
    expect(config.directoryFile).to.match(/services\/therapists\/demo\/therapists\.json$/);
    expect(config).to.not.have.property('emergencyRegion');
  });

  it('groups what is set, in its type', () => {
    const config = readConfig({
      ...credentials,
      PORT: '0',
      HOST: '::1',
      MicrosoftAppType: 'singletenant',
      MicrosoftAppTenantId: 'tenant',
      OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1',
      CHAT_MODEL: 'small',
      EMBEDDING_MODEL: 'smaller',
      MODEL_DEADLINE_MS: '500',
      RETENTION_DAYS: '7',
      EMERGENCY_REGION: 'gb',
      DIRECT_LINE_SECRET: 'x'.repeat(32),
      WIDGET_ORIGINS: 'https://www.example.org, http://localhost:8080',
      LOG_LEVEL: 'silent',
    });
    expect(config.server).to.deep.equal({ host: '::1', port: 0 });
    expect(config.bot).to.deep.equal({
      appType: 'SingleTenant',
      appId: 'app',
      appPassword: 'password',
      tenantId: 'tenant',
    });
    expect(config.model).to.deep.equal({
      chatModel: 'small',
      baseUrl: 'http://127.0.0.1:11434/v1',
      embeddingModel: 'smaller',
      deadlineMs: 500,
    });
    expect(config.directLine).to.deep.equal({
      secret: 'x'.repeat(32),
      widgetOrigins: ['https://www.example.org', 'http://localhost:8080'],
      trustedProxies: 0,
    });
    expect(config).to.include({ emergencyRegion: 'GB', retentionDays: 7, logLevel: 'silent' });
  });

  it('takes an empty value for one that is not set', () => {
    expect(readConfig({ PORT: '', REDIS_URL: ' ', MicrosoftAppId: '' })).to.deep.equal(readConfig({}));
  });

  it('calls no model because a key happens to be in the environment', () => {
    expect(readConfig({ OPENAI_API_KEY: 'key' }).model).to.not.have.property('chatModel');
  });

  const wrong: [Record<string, string>, string][] = [
    [{ PORT: 'http' }, 'PORT'],
    [{ PORT: '65536' }, 'PORT'],
    [{ PORT: '-1' }, 'PORT'],
    [{ PORT: '3978.5' }, 'PORT'],
    [{ HOST: 'localhost:3978' }, 'HOST'],
    [{ HOST: 'http://localhost' }, 'HOST'],
    [{ MODEL_DEADLINE_MS: '8s' }, 'MODEL_DEADLINE_MS'],
    [{ RETENTION_DAYS: '0' }, 'RETENTION_DAYS'],
    [{ EMERGENCY_REGION: 'USA' }, 'EMERGENCY_REGION'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ WIDGET_ORIGINS: 'https://www.example.org/page' }, 'WIDGET_ORIGINS'],
    [{ WIDGET_ORIGINS: '*' }, 'WIDGET_ORIGINS'],
    [{ DIRECT_LINE_SECRET: 'short' }, 'DIRECT_LINE_SECRET'],
    [{ OPENAI_BASE_URL: 'localhost:11434', CHAT_MODEL: 'm' }, 'OPENAI_BASE_URL'],
    [{ CHAT_MODEL: 'gpt' }, 'CHAT_MODEL'],
    [{ MicrosoftAppType: 'Tenant' }, 'MicrosoftAppType'],
    [{ MicrosoftAppId: 'app' }, 'MicrosoftAppPassword'],
    [{ MicrosoftAppPassword: 'password' }, 'MicrosoftAppId'],
    [{ ...credentials, MicrosoftAppType: 'SingleTenant' }, 'MicrosoftAppTenantId'],
    [{ MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: 'tenant' }, 'MicrosoftAppId'],
    [{ ...credentials, MicrosoftAppType: 'UserAssignedMSI' }, 'MicrosoftAppPassword'],
  ];
  for (const [environment, name] of wrong) {
    it(`names ${name} in one line for ${JSON.stringify(environment)}`, () => {
      const { code, message } = refusalOf(environment);
      expect(code).to.equal('CONFIG_INVALID');
      expect(message.startsWith(`${name}: `), message).to.equal(true);
      expect(message).to.not.include('\n');
    });
  }

  for (const name of ['REDIS_URL', 'SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN', 'DATA_KEYS']) {
    it(`says that ${name} is not supported instead of leaving it unused`, () => {
      const { code, message } = refusalOf({ [name]: 'redis://host:6379' });
      expect(code).to.equal('CONFIG_NOT_SUPPORTED_YET');
      expect(message).to.include(`${name} is set`).and.include('unset it');
    });
  }

  it('never repeats a value', () => {
    const secret = 's3cret value';
    for (const name of [
      'DIRECT_LINE_SECRET',
      'MicrosoftAppPassword',
      'DATABASE_URL',
      'PORT',
      'OPENAI_API_KEY',
    ]) {
      expect(refusalOf({ [name]: secret }).message).to.not.include('s3cret');
    }
  });

  describe('in production', () => {
    const production = { NODE_ENV: 'production' };

    for (const HOST of ['0.0.0.0', '::', '192.168.1.5', 'bot.example.org', '127.evil.example']) {
      it(`refuses ${HOST} without credentials`, () => {
        expect(refusalOf({ ...production, HOST }).code).to.equal('CONFIG_UNSAFE');
        expect(readConfig({ ...production, HOST, ...credentials }).server.host).to.equal(HOST);
        expect(readConfig({ HOST }).server.host).to.equal(HOST);
      });
    }

    for (const HOST of ['127.0.0.1', '127.0.0.53', '::1', 'localhost', 'LOCALHOST']) {
      it(`runs on ${HOST} without credentials`, () => {
        expect(readConfig({ ...production, HOST }).server.host).to.equal(HOST);
      });
    }
  });
});
