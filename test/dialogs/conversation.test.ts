import { expect } from 'chai';
import { type ConversationStore, conversationKey } from '../../services/conversations/conversation-store.js';
import { AGREED, type Line, TODAY, talk } from './support/talk.js';

const THERAPISTS = /These fit best near/;
const NO_THERAPISTS = { not: THERAPISTS };

/** All that the store has of the conversation; there must be something, or nothing would be proven. */
async function stored(store: ConversationStore): Promise<string> {
  const key = conversationKey('terminal', 'talk');
  const found = await store.load(key);
  expect(found).not.to.equal(undefined);
  return JSON.stringify([found, await store.feed(key, 0)]);
}

const NECK_UNTIL_SCREENED: Line[] = [
  ...AGREED,
  ['My neck is sore since last week', /neck, for about 7 days/, /Question 2/, /how bad/i],
  ['about a 5', /What brings it on/],
  ['sitting at the computer', /How old are you/],
  ['45', /pregnant/],
  ['no', /health condition/],
  ['none', /Which medicines/],
  ['none', /signs of danger/, /None of these/],
];

describe('The ordinary conversation', () => {
  it('goes from hello to therapists who fit and how to choose one', async () => {
    const { last, therapists } = await talk([
      ...NECK_UNTIL_SCREENED,
      [
        'none of these',
        /How medical massage could help/,
        /Evidence: low/,
        /Where this comes from/,
        /Summary for your visit/,
        /asked your physician/,
      ],
      ['yes, they agree', /Where shall I look/],
      ['Boston', THERAPISTS, /MT-D\d+/, /made-up/, /How to choose one/],
      ['thanks', /welcome/],
    ]);
    expect(last.disposition).to.equal('routine');
    expect(therapists).to.equal('shown');
  });

  it('answers a question that tells something as well', async () => {
    await talk([
      ...AGREED.slice(0, 2),
      ['is it safe when pregnant', /Is massage safe in pregnancy/, /Question 1/],
    ]);
  });

  it('names only what the person told of who cannot breathe', async () => {
    await talk([
      ...AGREED,
      ["my chest hurts and I can't breathe", /911/, /chest pain/, { not: /someone who does not respond/ }],
    ]);
  });

  it('asks at most eight questions, the grave ones among them, whatever is missing', async () => {
    const { replies } = await talk([
      ...AGREED,
      ['it hurts', /Where in the body/],
      ['shoulder', /left|right/],
      ['right', /How long/],
      ['2 months and a 4', /Question \d/],
      ['38'],
      ['no'],
      ['none'],
      ['none', /signs of danger/],
    ]);
    const steps = replies.flatMap((reply) =>
      [...reply.matchAll(/Question (\d+)/g)].map(([, step]) => Number(step)),
    );
    expect(Math.max(...steps)).to.be.at.most(8);
    for (const grave of [/How old/, /pregnant/, /health condition/, /Which medicines/]) {
      expect(replies.join('\n')).to.match(grave);
    }
  });

  it('takes numbers, words and labels as answers to a choice', async () => {
    await talk([
      ['1', /Whom is this for/],
      ['two', /matter with your child/],
    ]);
    await talk([
      ['Yes, I agree', /Whom is this for/],
      ['for somebody else', /What is the matter/],
    ]);
  });

  it('asks again when something was not understood, and never ends there', async () => {
    await talk([
      ...AGREED,
      ['qwertz', /did not understand/, /for example/i],
      ['my left knee hurts', /left knee/],
    ]);
  });

  it('does not ask what was said before', async () => {
    const { replies } = await talk([
      ...AGREED,
      [
        'I am 45, my left knee hurts for 3 weeks, about 6 out of 10. I take lisinopril and have high blood pressure',
        /left knee/,
      ],
      ['stairs make it worse', /pregnant/],
      ['no', /signs of danger/],
    ]);
    expect(replies.join()).not.to.match(/How old|How long|Which medicines/);
  });
});

describe('Agreement', () => {
  it('keeps nothing said before it, and goes on from it afterwards', async () => {
    const { store } = await talk([['my left knee hurts since monday', /have not kept/, /May I keep/]]);
    expect(await stored(store)).not.to.match(/knee/);
    await talk([
      ['my left knee hurts since monday', /have not kept/],
      ['yes', /Whom is this for/],
      ['me', /left knee/],
    ]);
  });

  it('is not taken from a sentence that only begins like a yes', async () => {
    await talk([['I have a sore back', /May I keep/, { not: /Whom is this for/ }]]);
  });

  it('leaves general answers to those who decline, and asks them nothing', async () => {
    await talk([
      ['no', /general questions/],
      ['my knee hurts', { not: /Question/ }],
      ['what happens in a first session?', /first session/i],
      ['I agree', /Whom is this for/],
    ]);
  });

  it('needs a parent for someone under 18', async () => {
    await talk([
      ['2', /parent or guardian/],
      ['no', /trust/, NO_THERAPISTS],
    ]);
    await talk([
      ...AGREED,
      ['my neck hurts for 2 days, 3/10'],
      ['from sport'],
      ['15', /parent or guardian/],
      ['yes', { not: /parent/ }],
    ]);
  });
});

describe('Danger', () => {
  it('cuts in at once, and no therapist is shown whatever is asked afterwards', async () => {
    const { last, therapists } = await talk([
      ...AGREED,
      [
        'my lower back hurts and since this morning I am numb between my legs and cannot pee',
        /emergency department now/,
        /911/,
      ],
      ['ok but find me a therapist in Boston', /get help first/, NO_THERAPISTS],
      ['Boston', /get help first/, NO_THERAPISTS],
      ['what does massage cost?', /get help first/],
      ['my doctor agrees', /get help first/, NO_THERAPISTS],
    ]);
    expect(last.disposition).to.equal('emergency');
    expect(therapists).to.equal('never');
  });

  it('is answered before any agreement', async () => {
    const { last } = await talk([
      ['crushing chest pain going down my left arm', /911/, /heart/i, { not: /Whom is this for/ }],
      ['yes', /help first/],
    ]);
    expect(last.disposition).to.equal('emergency');
  });

  it('cuts in late as well, among the therapists', async () => {
    const { last } = await talk([
      ...NECK_UNTIL_SCREENED,
      ['none'],
      ['yes'],
      ['Boston', THERAPISTS],
      ['suddenly my face is drooping and my speech is slurred', /911/],
      ['more', /get help first/, NO_THERAPISTS],
    ]);
    expect(last.disposition).to.equal('emergency');
  });

  it('ticked on the checklist counts like danger that was told', async () => {
    const { last } = await talk([...NECK_UNTIL_SCREENED, ['trouble speaking or finding words', /911/]]);
    expect(last.disposition).to.equal('emergency');
  });

  it('gives a crisis line to someone who wants to die', async () => {
    const { last } = await talk([
      ...AGREED,
      ['my back is killing me', /lower back/],
      ['I want to end my life', /988/],
    ]);
    expect(last.disposition).to.equal('emergency');
  });

  it('gives the number of the country that the patient names', async () => {
    await talk([...AGREED, ['I live in London'], ['help', /999/]]);
    await talk([['help', /112|999/]], { locale: 'en-GB' });
  });

  it('is taken back only by saying which sign was a mistake, and the bot says what that changed', async () => {
    const { last } = await talk([
      ...AGREED,
      ['I have chest pain and I am short of breath', /911/],
      ['it is nothing really', /get help first/],
      ['that was a mistake', /Which of these is not so/],
      ['they are all true', /leave it as it is/],
      ['that was a mistake', /Which of these is not so/],
      ['1 and 2', /taken back/, /no longer/],
    ]);
    expect(last.disposition).not.to.equal('emergency');
  });

  it('urgent: a clinician first, then the checklist, and therapists only after they agree', async () => {
    const { last, therapists } = await talk([
      ...AGREED,
      [
        'my back hurts and I lost 10 kg without trying, it is constant at night',
        /24 hours/,
        /Do you have any of these|need help even sooner/,
      ],
      ['none of these', /Has a clinician looked/],
      ['not yet', /within 24 hours/, /Summary/],
      ['find me a therapist', /clinician/, NO_THERAPISTS],
      ['yes she has seen me and they agree', /How medical massage could help/],
      ['Boston', THERAPISTS],
    ]);
    expect(last.disposition).to.equal('urgent');
    expect(therapists).to.equal('after_clearance');
  });

  it('clearance: therapists only after the physician agreed', async () => {
    const { last, therapists } = await talk([
      ...AGREED,
      ['neck pain for 2 months, 4/10, from desk work, I am 34 and 20 weeks pregnant', /health condition/],
      ['none'],
      ['none', /signs of danger/],
      ['none', /physician must agree/, /Summary/],
      ['not yet', /ask first/],
      ['find therapists', /as soon as a physician has agreed/, NO_THERAPISTS],
      ['I have a blue car', NO_THERAPISTS, { not: /Where shall I look/ }],
      ['my doctor agrees', /Where shall I look/],
      ['02139', THERAPISTS],
    ]);
    expect(last.disposition).to.equal('clearance');
    expect(therapists).to.equal('after_clearance');
  });

  it('a new reason after the physician agreed needs a new word', async () => {
    await talk([
      ...NECK_UNTIL_SCREENED,
      ['none'],
      ['yes'],
      ['Boston', THERAPISTS],
      ['oh and I take warfarin', /physician must agree/, NO_THERAPISTS],
      ['more', NO_THERAPISTS],
    ]);
  });

  it('respects a physician who advises against it', async () => {
    const { therapists } = await talk([
      ...NECK_UNTIL_SCREENED,
      ['none'],
      ['my doctor advised against it', /follow your physician/],
      ['find me a therapist', NO_THERAPISTS],
    ]);
    expect(therapists).to.equal('never');
  });
});

describe('Corrections and interruptions', () => {
  it('changes the side when the patient says sorry', async () => {
    await talk([
      ...AGREED,
      ['my right knee hurts since 3 weeks', /right knee/],
      ['sorry, the left one', /changed that: left knee/],
    ]);
  });

  it('moves the complaint when another place is named, and takes its pain along', async () => {
    const { replies } = await talk([
      ...AGREED,
      ['my lower back hurts for 3 weeks, 4/10', /lower back/],
      ['actually it is my neck, not my back', /changed that: neck/],
      ['summary', /neck/i, { not: /back pain/i }],
    ]);
    expect(replies.at(-1)).not.to.match(/lower back/i);
  });

  it('answers a question to the guide and comes back to where the patient was', async () => {
    await talk([
      ...AGREED,
      ['my neck hurts for 2 weeks', /how bad/i],
      ['will it hurt?', /Where this comes from/, /how bad/i],
      ['which opioid is best?', /does not cover/, /how bad/i],
      ['6', /What brings it on/],
    ]);
  });

  it('says why it asks', async () => {
    await talk([...AGREED, ['why', /Why I ask/, /What brings you here/]]);
  });

  it('goes back a step and asks again', async () => {
    await talk([
      ...AGREED,
      ['my right knee hurts since 3 weeks, 6/10', /What brings it on/],
      ['stairs', /How old/],
      ['back', /one step back/, /What brings it on/],
      ['running', /How old/],
    ]);
    await talk([['back', /nothing to go back to/]]);
  });

  it('leaves a question out', async () => {
    await talk([
      ...AGREED,
      ['my neck hurts for 2 weeks, 4/10', /What brings it on/],
      ['skip', /leave that out/, /How old/],
    ]);
  });

  it('starts over only when that is confirmed, and after danger only with a word on it', async () => {
    await talk([
      ...AGREED,
      ['my neck hurts', /how long/i],
      ['start over', /Shall I forget/],
      ['no', /how long/i],
    ]);
    await talk([
      ...AGREED,
      ['my neck hurts'],
      ['start over', /Shall I forget/],
      ['yes', /start over/, /Whom is this for/],
    ]);
    const { last } = await talk([
      ...AGREED,
      ['I have chest pain and I am short of breath', /911/],
      ['start over', /still so/],
      ['hmm', /still so/],
      ['no', /get help first/],
    ]);
    expect(last.disposition).to.equal('emergency');
  });

  it('erases everything on request', async () => {
    const { last, store } = await talk([
      ...AGREED,
      ['my neck hurts'],
      ['delete my data', /cannot be brought back/],
      ['yes', /erased/],
    ]);
    expect(last.forget).to.equal(true);
    expect(await stored(store)).not.to.match(/neck/);
  });

  it('speaks of somebody else in the third person, and takes their symptoms as the patient’s', async () => {
    const { last } = await talk([
      ['hi'],
      ['yes'],
      ['my wife', /as the person would tell/],
      ['her left shoulder hurts since 2 months', /left shoulder/],
      ['4', /What brings it on/],
      ['lifting', /How old is the person/],
      ['she has chest pain and cannot breathe', /911/],
    ]);
    expect(last.disposition).to.equal('emergency');
  });

  it('asks after a day of silence whether it is the same problem, and screens again', async () => {
    let now = TODAY.getTime();
    const lines: Line[] = [
      ...NECK_UNTIL_SCREENED,
      ['none'],
      ['yes'],
      ['Boston', THERAPISTS],
      ['more', /same problem, or a new one/, NO_THERAPISTS],
      ['same', /signs of danger/],
      ['none', THERAPISTS],
    ];
    await talk(lines, {
      clock: () => new Date(now),
      before: (index) => {
        if (index === lines.length - 3) now += 25 * 60 * 60 * 1000;
      },
    });
  });

  it('tells people who write in another language, in theirs, where to call', async () => {
    await talk([['hola, me duele mucho la espalda desde hace dos semanas', /solo leo inglés/, /911/]]);
    await talk([['我的脖子很痛', /英文/, /911/]]);
  });
});

describe('The therapists', () => {
  const untilTherapists: Line[] = [...NECK_UNTIL_SCREENED, ['none'], ['yes', /Where shall I look/]];

  it('asks again for a place it does not know, and which of the namesakes', async () => {
    await talk([
      ...untilTherapists,
      ['Xyzzyville', /do not know that place/, { not: /understand/ }],
      ['SW1A 1AA', /do not know that postcode.*town and its country/, /Where shall I look/],
      ['Springfield', /Which one/],
      ['1', /Springfield, MO/],
    ]);
  });

  it('takes the state alone for the answer to which namesake', async () => {
    await talk([
      ...untilTherapists,
      ['Springfield', /Which one/],
      ['the one in Illinois', /Springfield, IL/],
    ]);
    await talk([...untilTherapists, ['Springfield', /Which one/], ['IL', /of Springfield, IL/]]);
    await talk([
      ...untilTherapists,
      ['Springfield', /Which one/],
      ['Springfield, Vermont', /Springfield, VT/],
    ]);
  });

  it('measures in the units of the place and the locale', async () => {
    await talk([...untilTherapists, ['Munich', /within 80 km of Munich, Germany/]]);
    await talk([...untilTherapists, ['Boston', /Dana Rivera, 1\.9 km/]], { locale: 'en-CA' });
    await talk([...untilTherapists, ['London', /London, United Kingdom/]], { locale: 'en-GB' });
  });

  it('does what is asked of the list, in the patient’s words', async () => {
    await talk([
      ...untilTherapists,
      ['Boston', THERAPISTS],
      [
        'compare the first two',
        /side by side/,
        /Distance:\n- Dana Rivera: 1\.2 miles/,
        /Tomasz Wieczorek: \$95/,
      ],
      ['compare Dana and Tomasz', /Dana Rivera and Tomasz Wieczorek, side by side/],
      ['compare Dana and Zoe', /Which ones shall I put side by side/],
      ['difference between Dana and Tomasz?', /side by side/],
      ['what is the difference between deep tissue and swedish massage?', { not: /side by side/ }],
      ['call the first one', /how to reach them/, /Dana Rivera/, /Call \+1-617-555-0100/, { not: /Tomasz/ }],
      ['phone number of Tomasz?', /how to reach them/, /Tomasz Wieczorek/, { not: /Dana/ }],
      ['book', /Each card has its telephone number/],
      ['which one is best?', /first of the list fits best/],
      ['open on Saturdays', /cannot search by that/],
      ['next', /That is all that fit/],
      ['women only', /I look for: a woman/, { not: /Tomasz/ }],
      ['undo that', /one step back/, /Tomasz/, { not: /I look for/ }],
      ['not a man', /I look for: a woman/],
      ['actually men are fine', /Tomasz/, { not: /I look for/ }],
      ['women only', /I look for: a woman/],
      ['any gender is fine', /Tomasz/, { not: /I look for/ }],
      ['speaks Spanish', /I look for: speaks Spanish/],
      ['forget Spanish', /Tomasz/, { not: /I look for/ }],
      ['cheaper', /How much would you pay at most/],
      ['under $100', /I look for: at most \$100/],
      ['half an hour away', /as the crow flies/, /within 10 miles/],
      ['within 3 km', /within 1\.9 miles/],
      ['further away', /within 3\.7 miles/],
      ['show me all again', /Tomasz/, { not: /I look for/ }],
      ['what about Denver', /near Denver, CO/],
      ['back', /near Boston, MA/],
      ['start the search again', /Where shall I look/],
    ]);
  });

  it('takes a condition that a therapist should know for a wish, not for a complaint', async () => {
    await talk([
      ...untilTherapists,
      ['Boston', THERAPISTS],
      ['someone who has treated carpal tunnel', /carpal tunnel/, { not: /signs of danger/ }],
      ['my wrist hurts as well, since yesterday', /signs of danger/, NO_THERAPISTS],
    ]);
  });

  it('says which one wish to let go would find how many, and lets it go by a button', async () => {
    const { replies } = await talk([
      ...untilTherapists,
      ['Boston', THERAPISTS],
      [
        'a male therapist who takes Aetna',
        /nobody who fits/,
        /Without the wish "a man" I would find 1\b/,
        /Any gender/,
      ],
      ['1', THERAPISTS, /I look for: takes Aetna/],
      ['men only', /nobody who fits/],
      ['any gender', THERAPISTS, /I look for: takes Aetna/],
      ['women only, speaks Navajo, takes Medicaid', /No single wish changes that/, /Show everyone/],
      ['show everyone', THERAPISTS],
    ]);
    expect(replies.join()).not.to.match(/I would find 0/);
  });

  it('answers a question first and comes back to the list, unless it asks for somebody', async () => {
    await talk([
      ...untilTherapists,
      ['Boston', THERAPISTS],
      [
        'what is trigger point therapy?',
        /From the guide/,
        /go on with the therapists/,
        { not: /I look for/ },
      ],
      ['does anyone speak Spanish?', /I look for: speaks Spanish/],
      ['how much does a massage cost?', /From the guide/, /go on with the therapists/],
    ]);
  });

  it('takes wishes, more, and another place', async () => {
    await talk([
      ...untilTherapists,
      ['Boston', THERAPISTS],
      ['women only', /a woman/],
      ['another place', /Where shall I look/],
      ['Chicago', /of Chicago|near Chicago/],
      ['how do I choose?', /How to choose one/, { not: /These fit best/ }],
    ]);
  });
});

describe('Ways past the gates that are closed', () => {
  const CLEARANCE: Line[] = [
    ...AGREED,
    ['My lower back has hurt for 3 weeks, in the middle, 4 out of 10', /\?/],
    ['sitting', /How old/],
    ['45', /pregnant/],
    ['no', /health condition/],
    ['none', /Which medicines/],
    ['warfarin', /signs of danger/],
    ['none of these', /physician must agree/],
  ];

  const SEARCH_WORDS = [
    'women only',
    'takes Aetna',
    'under $80',
    'wheelchair accessible',
    'closer',
    'further away',
    'more',
    'compare the first two',
    'someone who has treated carpal tunnel',
    'start the search again',
    'what about Denver',
    'show everyone',
    'back',
    'Boston',
  ];

  it('no word of the search opens it before a physician agreed, before a clinician did, or in an emergency', async () => {
    const all = SEARCH_WORDS.map((said): Line => [said, NO_THERAPISTS]);
    for (const before of [
      CLEARANCE,
      [...CLEARANCE, ['not yet'] as Line],
      [...AGREED, ['I have crushing chest pain down my left arm', /call/i] as Line],
      [...AGREED, ['I cannot feel my saddle area and my back hurts', NO_THERAPISTS] as Line],
    ]) {
      expect((await talk([...before, ...all])).therapists).to.equal('never');
    }
  });

  it('an acknowledgement of "please ask first" is no agreement', async () => {
    for (const said of ['yes', 'yes I will', 'sure', 'ok', '1']) {
      const { therapists } = await talk([
        ...CLEARANCE,
        ['not yet', /ask first/],
        [said, { not: /Where shall I look/ }],
        ['Boston', NO_THERAPISTS],
      ]);
      expect(therapists, said).to.equal('never');
    }
  });

  it('a number answers the question below an emergency notice, and takes nothing back', async () => {
    const { last } = await talk([
      ['crushing chest pain', /911/],
      ['hi', /help first/],
      ['1', /help first/, { not: /forget/ }],
    ]);
    expect(last.disposition).to.equal('emergency');
  });

  it('a confirmation that lies open does not take the answer after a new alarm', async () => {
    for (const command of ['start over', 'delete my data']) {
      const { last } = await talk([
        ...AGREED,
        ['crushing chest pain', /911/],
        [command],
        ['worst headache of my life, it came suddenly', /911/],
        ['yes', { not: /start over\.|erased/ }],
      ]);
      expect(last.disposition, command).to.equal('emergency');
    }
  });

  it('words that JavaScript knows hide no danger', async () => {
    for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      await talk([[`${word}, crushing chest pain and my arm is numb`, /911/]]);
    }
  });

  it('starting over before agreement still asks whether the danger is over', async () => {
    await talk([
      ['crushing chest pain', /911/],
      ['start over', /still so/],
    ]);
  });

  it('of someone under 18 nothing is recorded before a parent agrees', async () => {
    const { store } = await talk([
      ...AGREED,
      ['I am 13 and my left elbow hurts, I take lisinopril', /parent or guardian/],
    ]);
    expect(JSON.stringify(await store.load(conversationKey('terminal', 'talk')))).not.to.match(
      /lisinopril|elbow/,
    );
    await talk([
      ...AGREED,
      ['I am 13 and my left elbow hurts', /parent or guardian/],
      ['yes', /Question 2/, { not: /Where in the body/ }],
    ]);
    await talk([
      ...AGREED,
      ['my knee hurts, I am 15', /parent or guardian/],
      ['no', /trust/],
      ['I agree', { not: /Whom is this for|Question/ }],
      ['start over'],
      ['yes', { not: /Whom is this for|Question/ }],
    ]);
    await talk([
      ...AGREED,
      ['my knee hurts, I am 4', /parent or guardian/],
      ['I am 30', { not: /parent or guardian/ }],
    ]);
  });

  it('a new complaint after the checklist brings a checklist of its own', async () => {
    await talk([
      ...NECK_UNTIL_SCREENED,
      ['none'],
      ['yes'],
      ['Boston', THERAPISTS],
      ['my left calf hurts too', /signs of danger|24 hours|911/, NO_THERAPISTS],
    ]);
  });

  it('in an emergency every word points to help', async () => {
    await talk([
      ...AGREED,
      ['I want to kill myself', /988/],
      ['hm', /988/, { not: /massage could do harm/ }],
      ['help', /988/],
      ['stop', /988/, { not: /physician/ }],
      ['why', /Why I ask/],
    ]);
  });
});

describe('A medicine named by mistake', () => {
  it('is taken back by saying so, and what that changes is said', async () => {
    const { last } = await talk([
      ...AGREED,
      ['my neck hurts for 2 weeks, 4/10, and I take warfarin', /neck/],
      ['actually I do not take warfarin', /no longer/],
    ]);
    expect(last.disposition).to.equal('routine');
  });
});
