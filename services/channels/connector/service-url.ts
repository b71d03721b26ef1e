/** Whom the bot may talk to: the Bot Framework's channels, or this machine where there are no credentials. */
export type Reach = 'bot-framework' | 'this-machine';

export type Refusal = 'host-not-allowed' | 'channel-not-allowed';

/** What Bot Framework Emulator, Agents Playground and test clients call themselves on localhost. */
const localChannels = new Set(['agents', 'directline', 'emulator', 'msteams', 'test', 'webchat']);

/** Channels of Azure Bot Service. Not `AseChannel`, whose tokens are checked less. */
const azureChannels = new Set(
  'alexa agents directline directlinespeech email facebook groupme kik line m365extensions msteams omnichannel outlook search skype slack sms telegram telephony twilio-sms webchat'.split(
    ' ',
  ),
);

/**
 * Written out as they are sent: other spellings of the same address (2130706433, [::ffff:7f00:1], user@host)
 * are refused unread.
 */
const thisMachine = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?(\/[\w./~-]*)?$/i;

/** Hosts of Bot Framework channels, public and government clouds; smba is that of Teams. */
const botFrameworkHosts = [
  /^([a-z0-9-]+\.){1,3}botframework\.(com|us|azure\.us)$/,
  /^smba\.trafficmanager\.net$/,
  /^smba\.infra\.(gcc|gov|dod)\.teams\.microsoft\.(com|us)$/,
];

/**
 * Why activities of this channel must not be answered at this address, or undefined where they may: the
 * sender chooses `serviceUrl`, and the bot would send its token and the conversation there.
 */
export function refusal(serviceUrl: string, channelId: string, reach: Reach): Refusal | undefined {
  const channels = reach === 'this-machine' ? localChannels : azureChannels;
  if (!channels.has(channelId)) return 'channel-not-allowed';
  return isAllowedUrl(serviceUrl, reach) ? undefined : 'host-not-allowed';
}

/** Also for each request on its way out, so that no redirect leads elsewhere. */
export function isAllowedUrl(url: string, reach: Reach): boolean {
  if (reach === 'this-machine') return thisMachine.test(url);
  const host = /^https:\/\/([a-z0-9.-]+)(\/[\w./~-]*)?$/i.exec(url)?.[1]?.toLowerCase();
  return host !== undefined && botFrameworkHosts.some((allowed) => allowed.test(host));
}
