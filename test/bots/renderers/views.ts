import type { Choice, Citation, TherapistCard, View } from '../../../dialogs/views/view.js';

const nasty = [
  '**bold** _italic_ `code` ~struck~ # heading',
  '[click here](javascript:alert(1)) ![pic](https://x.example/p.png)',
  '<script>alert(1)</script> <b onclick=x>b</b> &lt;b&gt; & <!channel> <@U123> <https://evil.example|bank>',
  '> quoted\n# title\n- item\n1. one\n---',
  'מה שלומך؟ شكرا جزيلا \u202emoc.live\u202c',
  '👩🏽‍⚕️🏴󠁧󠁢󠁥󠁮󠁧󠁿 é e\u0301 ﷽',
  'a\u0000b\u001b[31mred\u001b[0m\r\nnext',
  ':smile: {{DATE(2020-01-01T00:00:00Z)}} {name}',
].join('\n\n');

const long = `${'Massage may ease the pain of a stiff neck for a while. '.repeat(91)}End.`;

const choice = (label: string, at: number): Choice => ({ value: `choice_${at}`, label });
const yesNo: Choice[] = [
  { value: 'yes', label: 'Yes', synonyms: ['yep'] },
  { value: 'no', label: 'No' },
];

const citation = (number: number, text: string): Citation => ({
  number,
  passage: `condition-neck-pain#section-${number}`,
  title: 'Neck pain',
  heading: `How good is the evidence ${number}`,
  text,
  evidence: 'low',
  sources: ['Gross et al., Cochrane, 2024, doi 10.1002/x'],
});

const therapist = (number: number, text: string): TherapistCard => ({
  id: `t-${number}`,
  name: `Dana Rivera ${number} ${text.slice(0, 40)}`,
  credentials: ['LMT, licence MT-04417 (MA), valid to May 2027', text],
  distance: '2.4 km',
  place: `Boston, MA 02139`,
  reasons: ['Works with neck pain (9 years)', text],
  cautions: ['Takes no new clients at present', text],
  facts: Array.from({ length: 12 }, (_, at) => ({ label: `Fact ${at}`, value: text })),
  links: [
    { label: 'Call', url: 'tel:+1-617-555-0142' },
    { label: 'Email', url: 'mailto:dana@example.com?bcc=eve@example.com' },
    { label: 'Website', url: 'https://example.com/a|b?x=1&y=<2>' },
    { label: 'Script', url: 'javascript:alert(1)' },
    { label: 'Data', url: 'data:text/html,hi' },
    { label: 'Insecure', url: 'http://example.com' },
    { label: 'Password', url: 'https://bank.example@evil.example/' },
    { label: text.slice(0, 100), url: ' JAVASCRIPT:alert(1)' },
  ],
});

/** Every kind of view, as a dialog makes it, and as bad data could. */
export const views: Record<string, View> = {
  message: { kind: 'message', text: 'Hello.\n\nI can explain how medical massage may help.' },
  'message with offers': { kind: 'message', text: 'What next?', choices: yesNo },
  'message with five offers': {
    kind: 'message',
    text: 'What next?',
    choices: ['Ask', 'Find', 'Print', 'Again', 'Stop'].map(choice),
  },
  'warning message': { kind: 'message', text: 'This is no diagnosis.', tone: 'warning', choices: yesNo },
  'nasty message': {
    kind: 'message',
    text: nasty,
    tone: 'warning',
    choices: [choice(nasty, 1), choice('b', 2)],
  },
  'empty message': { kind: 'message', text: '' },
  'endless message': { kind: 'message', text: long.repeat(40) },
  question: {
    kind: 'question',
    id: 'calf_side',
    text: 'Which side is it?',
    why: 'I ask because one swollen calf needs a doctor today.',
    choices: [choice('Left side', 0), choice('Right side', 1), choice('Both sides', 2)],
    progress: { step: 3, of: 7 },
  },
  'open question': { kind: 'question', id: 'place', text: 'Where do you live?' },
  'pain scale': {
    kind: 'question',
    id: 'severity',
    text: 'How bad?',
    closed: true,
    choices: Array.from({ length: 11 }, (_, at) => ({ value: String(at), label: String(at) })),
  },
  durations: {
    kind: 'question',
    id: 'duration',
    text: 'How long?',
    choices: ['Less than a day', '1 to 3 days', '4 to 7 days', 'More than a week'].map(choice),
  },
  'nasty question': {
    kind: 'question',
    id: 'nasty',
    text: `${nasty}\n\n${long}`,
    why: nasty,
    choices: [choice(nasty, 0), choice(long, 1), choice('👩🏽‍⚕️', 2)],
  },
  'question with 100 choices': {
    kind: 'question',
    id: 'many',
    text: 'Which?',
    choices: Array.from({ length: 100 }, (_, at) => choice(`Place number ${at}`, at)),
  },
  'question with 200 choices in Chinese': {
    kind: 'question',
    id: 'zh',
    text: '头痛'.repeat(3000),
    choices: Array.from({ length: 200 }, (_, at) => choice(`${at} ${'按摩'.repeat(200)}`, at)),
  },
  'question with 300 long choices': {
    kind: 'question',
    id: 'more',
    text: long,
    choices: Array.from({ length: 300 }, (_, at) => choice(`${at} ${nasty}`, at)),
  },
  checklist: {
    kind: 'checklist',
    id: 'calf_signs',
    text: 'Do any of these apply to you now?',
    why: 'I ask because they can be signs of a clot.',
    items: [
      'The calf is warm or red',
      'One calf is thicker than the other',
      'You were in bed for three days or more',
    ].map(choice),
    none: { value: 'none', label: 'None of these' },
  },
  'checklist of 35': {
    kind: 'checklist',
    id: 'many',
    text: long,
    items: Array.from({ length: 35 }, (_, at) => choice(`Sign number ${at}`, at)),
    none: { value: 'none', label: 'None of these' },
  },
  'checklist of 90 in Chinese': {
    kind: 'checklist',
    id: 'zh',
    text: '头痛'.repeat(3000),
    items: Array.from({ length: 90 }, (_, at) => choice(`${at} ${'按摩'.repeat(200)}`, at)),
    none: { value: 'none', label: '没有' },
  },
  'nasty checklist': {
    kind: 'checklist',
    id: 'nasty',
    text: nasty,
    items: [choice(nasty, 0), choice(long, 1)],
    none: { value: 'none', label: nasty },
  },
  explanation: {
    kind: 'explanation',
    title: 'Massage for neck pain',
    sections: [
      {
        heading: 'How it may help',
        statements: [
          { text: 'Massage may ease neck pain for a few weeks.', citations: [1] },
          { text: 'How long it lasts is not known.', citations: [1, 2] },
        ],
        evidence: 'low',
      },
      { statements: [{ text: 'Please ask your physician first.', citations: [] }] },
    ],
    citations: [
      citation(1, 'A review of 33 studies found a small effect.\n\nMost were small.'),
      citation(2, 'Few studies looked further than 12 weeks.'),
    ],
    aiGenerated: true,
    choices: [choice('Show therapists', 0), choice('Ask something else', 1)],
    helpful: {
      id: 'helpful_a1',
      text: 'Was this helpful?',
      choices: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ],
      hint: 'You can say "that helped".',
    },
  },
  'nasty explanation': {
    kind: 'explanation',
    title: nasty,
    sections: Array.from({ length: 30 }, () => ({
      heading: nasty,
      statements: [
        { text: long, citations: [1, 2] },
        { text: nasty, citations: [2] },
      ],
      evidence: nasty,
    })),
    citations: Array.from({ length: 20 }, (_, at) => ({
      ...citation(at + 1, long),
      heading: nasty,
      sources: [nasty, long],
    })),
  },
  'empty explanation': { kind: 'explanation', title: '', sections: [], citations: [] },
  emergency: {
    kind: 'emergency',
    disposition: 'emergency',
    title: 'This needs help now',
    steps: ['Call the number above.', 'Unlock the door and stay with somebody.', 'Do not drive yourself.'],
    contacts: [
      { label: 'Emergency services (United States)', number: '911' },
      { label: 'Poison control', number: '1-800-222-1222' },
      { label: 'Crisis line', number: '988', note: 'Or text HOME to 741741' },
      { label: 'Crisis text line', number: 'Text HOME to 741741' },
    ],
    reasons: ['chest pain with sweating', 'pain in the left arm'],
    choices: [choice('That was a mistake', 0)],
  },
  'urgent notice': {
    kind: 'emergency',
    disposition: 'urgent',
    title: 'See a doctor within 24 hours',
    steps: ['Call your doctor today.'],
    contacts: [{ label: 'NHS', number: '111' }],
    reasons: [],
  },
  'nasty emergency': {
    kind: 'emergency',
    disposition: 'emergency',
    title: nasty,
    steps: [nasty, long],
    contacts: [{ label: nasty, number: '116 123', note: nasty }],
    reasons: [nasty, long],
  },
  therapists: {
    kind: 'therapists',
    text: 'Two therapists near Boston fit.',
    therapists: [
      {
        id: 'boston-rivera',
        name: 'Dana Rivera',
        credentials: ['LMT, licence MT-04417 (MA), valid to May 2027, checked September 2026'],
        distance: '2.4 km',
        place: 'Boston, MA 02139',
        reasons: ['Works with headache and migraine (9 years)', 'Speaks Spanish'],
        facts: [
          { label: 'Languages', value: 'English, Spanish' },
          { label: 'Cost', value: 'USD 90 to 140 for 60 minutes' },
          { label: 'Hours', value: 'Mo-Fr 08:00-18:00' },
          { label: 'Rating', value: '4.8 of 5 (61 reviews)' },
        ],
        links: [
          { label: 'Call +1-617-555-0142', url: 'tel:+16175550142' },
          { label: 'Book', url: 'https://example.com/book' },
        ],
      },
      {
        id: 'bare',
        name: 'Sam O’Neil',
        credentials: [],
        place: 'Cambridge, MA',
        reasons: [],
        cautions: ['Licence expired in March 2026: ask about it before you book'],
        facts: [],
        links: [],
      },
    ],
    notes: ['I looked up to 50 km away, since few fit nearby.'],
    choices: [choice('More', 0), choice('Print a summary', 1)],
  },
  'ten nasty therapists': {
    kind: 'therapists',
    text: nasty,
    therapists: Array.from({ length: 10 }, (_, at) => therapist(at, `${nasty} ${long}`)),
    notes: [nasty, long],
  },
  'no therapists': { kind: 'therapists', text: 'Nobody fits.', therapists: [], notes: [] },
  summary: {
    kind: 'summary',
    title: 'For your physician',
    sections: [
      { heading: 'What I told the guide', lines: ['Neck pain, left, for 3 weeks, 6 of 10', 'No numbness'] },
      { heading: 'What I would like to ask', lines: ['Is medical massage safe for me?'] },
    ],
    choices: [choice('My physician agrees', 0)],
  },
  'nasty summary': {
    kind: 'summary',
    title: nasty,
    sections: Array.from({ length: 40 }, () => ({ heading: nasty, lines: [nasty, long, ''] })),
  },
};

/** Each client that a renderer is chosen for. */
export const clients = {
  terminal: { channelId: 'test' },
  teams: { channelId: 'msteams', conversationType: 'personal' },
  'Teams group': { channelId: 'msteams', conversationType: 'groupChat' },
  'Web Chat': { channelId: 'webchat' },
  slack: { channelId: 'slack' },
  widget: { channelId: 'directline', isOurWidget: true },
};
