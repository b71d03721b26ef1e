import { expect } from 'chai';
import { rendererFor } from '../../../bots/renderers/renderer-for.js';
import { views } from './views.js';

const widget = rendererFor({ channelId: 'directline', isOurWidget: true });

describe('our widget', () => {
  it('gets the view as it is, and its words', () => {
    for (const name of ['question', 'checklist', 'explanation', 'emergency', 'therapists', 'summary']) {
      const activity = widget.render(views[name] ?? expect.fail(name));
      expect(activity.channelData).to.deep.equal({ view: views[name] });
      expect(activity.text).to.not.equal('');
      expect(activity).to.not.have.property('attachments');
    }
  });

  it('gets no link that may not be followed', () => {
    const { view } = widget.render(views['ten nasty therapists'] ?? expect.fail()).channelData;
    expect(view.therapists[0].links.map(({ url }: { url: string }) => url)).to.deep.equal([
      'tel:+16175550142',
      'mailto:dana@example.com',
      'https://example.com/a|b?x=1&y=%3C2%3E',
    ]);
  });
});
