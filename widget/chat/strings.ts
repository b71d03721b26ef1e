/**
 * Every word of the widget, for its launcher and its chat; a translator replaces the texts on the right, keeps
 * what stands in braces, and sets `language`. What the guide itself says comes from the server.
 */
export const launcherStrings = {
  title: 'Medical Massage Guide',
  open: 'Open chat: {title}',
  close: 'Close chat: {title}',
  oneNew: '1 new message',
  manyNew: '{count} new messages',
};

export const strings = {
  language: 'en',
  conversation: 'Conversation',
  guideSaid: 'The guide:',
  youSaid: 'You:',
  notKept: 'You wrote something here. It was not kept.',
  sending: 'Sending',
  sendingLater: 'Will be sent when you are online again',
  sendFailed: 'Not sent.',
  tryAgain: 'Try again',
  discard: 'Discard',
  write: 'Write a message',
  send: 'Send',
  typing: 'The guide is writing',
  newMessages: 'New messages',
  close: 'Close chat',

  menu: 'Menu',
  menuHelp: 'What can I ask?',
  menuBack: 'Go back one step',
  menuSummary: 'Summary for my visit',
  menuStartOver: 'Start over',
  menuDelete: 'Delete what I told you',

  connecting: 'Connecting …',
  reconnecting: 'Connection lost. Connecting again …',
  offline: 'You are offline. Your messages are sent when you are back.',
  unreachable: 'The guide cannot be reached. Trying again …',
  refused: 'The chat is not available on this page.',
  inAnEmergency: 'In an emergency do not wait for this chat: call your local emergency number.',
  backOnline: 'You are connected again.',
  conversationEnded: 'Your earlier conversation has ended. This is a new one.',

  important: 'Important',
  progress: 'Question {step} of about {of}',
  why: 'Why do you ask?',
  tickAll: 'Tick all that apply',
  tickSome: 'Tick at least one, or choose “{none}”.',
  sendTicks: 'Send my answer',
  chosen: 'Your answer: {label}',
  speakChoices: 'Answers: {choices}.',
  speakChecklist: '{count} things to tick, or “{none}”.',

  evidence: 'Evidence: {level}',
  evidenceLevels: {
    moderate: 'moderate',
    low: 'low',
    'very-low': 'very low',
    insufficient: 'too little to say',
    consensus: 'expert opinion, not studies',
  } as Record<string, string>,
  citation: 'Source {number}: {title}, {heading}',
  sources: 'Where this comes from',
  passage: 'From the guide',
  studies: 'Sources',
  aiGenerated: 'Worded by AI from the guide’s passages listed below, then checked against them.',
  judged: 'Thank you.',
  closeDialog: 'Close',

  call: 'Call {number}',
  steps: 'What to do',
  reasons: 'You told me about: {reasons}.',

  whyItFits: 'Why this may fit',
  moreAbout: 'More about {name}',
  opensElsewhere: 'opens in a new tab',

  print: 'Print',
  copy: 'Copy',
  copied: 'Copied.',
  copyFailed: 'It could not be copied. Please select the text instead.',
};

/** A string with its braces filled. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}
