import { type Behaviour, beginStream, type FakeOpenAI, type StreamedAnswer, says } from './fake-openai.js';

/** A question of the guide's, and what an honest model and a lying one may say to it. */
export const QUESTION = 'will it hurt?';
export const FIRST = 'Massage should not hurt much.';
export const SECOND = 'You do not have to put up with pain for massage to work.';
export const LIE = 'Massage will cure 95% of all pain.';

/** A sentence in the model's form. */
export const sentence = (text: string) => JSON.stringify({ text, passages: [1] });

/**
 * Lets the test speak for the model: each question to the guide is begun, and waits. What is asked of findings, which
 * does not stream, is answered at once with none.
 */
export function speakFor(endpoint: FakeOpenAI): { next(): Promise<StreamedAnswer>; streams(): number } {
  const begun: StreamedAnswer[] = [];
  let wake = () => {};
  const behaviour: Behaviour = (response, request) => {
    if (!request.stream) return says('{"findings": []}')(response, request);
    begun.push(beginStream(response, request));
    wake();
  };
  endpoint.behave(behaviour);
  return {
    streams: () => endpoint.requests.filter(({ body }) => body.stream).length,
    next: () =>
      new Promise((resolve) => {
        wake = () => {
          const answer = begun.shift();
          if (!answer) return;
          // Else an answer begun before the next call would go to this one, which has its own.
          wake = () => {};
          resolve(answer);
        };
        wake();
      }),
  };
}
