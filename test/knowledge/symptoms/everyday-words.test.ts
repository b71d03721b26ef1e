import { expect } from 'chai';
import { loadLexicon } from '../../../knowledge/symptoms/lexicon/lexicon.js';
import { readSymptoms } from '../../../knowledge/symptoms/read-symptoms.js';
import { readMessage } from '../../../knowledge/symptoms/slots/message.js';

/** Words of every day, many of them a slip away from a word of the lexicon. */
const words = `
about above across after again angel animal answer apple april around arrive artist autumn away bakery
banana basket beach beautiful because before begin believe belly better billy birch board bottle bottom
bread breakfast bridge bright bring brother build business butter button camera candle castle catch cereal
chair charger check cheese chico children chocolate church circle class clean clever clicker clock close
clothes cloud coffee colin colour corner costs county course cousin creek crowd curly daily daisy dancers
darling decide dinner doctor dollar double dream drive early easter eighty either email empty engine
enough evening every exercise family famous farmer father favourite finger finish flower football forest
forget forward fresh friend funny garden giant glass grant great green grocery guitar happy hardy harper
health heard heath heather hello hobby holiday honest hotel house hunter hurry island jacket jelly jerry
juice kinda kitchen ladder lake language largo laugh leader learn leather lesson letter library listen
little living lovely lowry lunch lynch machine manager march market marry massage meter mirror missy
mobile monday money monte month morning mother mountain mouse movie museum music nature neighbour nephew
night norma norman nothing number ocean office orange otter painting palpation paper parents paris parson
party patsy pencil people permission persuasion photo picnic piper planet plastic please pocket police
pretty prince puzzle question quiet quint radio reader ready realty render river rivet rover sally
schedule school shelf shire shirt shorty silly singer sister skipper smiley snow spain spite spring
starling station steven stoner story street student summer sunday sunset swings table taxi teacher tenner
terry thanks thing ticket toast today tommy topical train travel tuesday twain uncle untie valley violet
visit waiter walk warner wash water weaver weekend welcome whither window winter wonder wooly woven wright
yellow yesterday young
`
  .trim()
  .split(/\s+/);
const spelled = (message: string) =>
  readMessage(message, loadLexicon().patterns.vocabulary)
    .words.map(({ text }) => text)
    .join(' ');

describe('everyday words', () => {
  it('are many', () => expect(words.length).to.be.at.least(200));

  it('are no finding', () => {
    const found = words.filter((word) => readSymptoms(word).findings.length > 0);
    expect(found).to.deep.equal([]);
  });

  for (const message of [
    'hello, Paris, and my dog Hardy',
    'the board heard painting swings',
    'an angel of persuasion gave permission',
    'where is the first aid box? We met there',
  ]) {
    it(`are left as they are written: ${message}`, () => {
      expect(spelled(message)).to.equal(message.toLowerCase().replace(/[^a-z ]/g, ''));
      expect(readSymptoms(message).findings).to.deep.equal([]);
    });
  }

  it('do not keep true slips from being put right', () => {
    expect(spelled('swolen stomache, shouldre numbnes, tinglng and a migrane')).to.equal(
      'swollen stomach shoulder numbness tingling and a migraine',
    );
  });

  it('never become an acronym or a brand name, which are still read where they are written', () => {
    expect(spelled('hells hellos xanas')).to.equal('hells hellos xanas');
    expect(readSymptoms('I take xanax').medications).to.deep.equal(['xanax']);
  });
});
