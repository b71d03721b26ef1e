/**
 * As much of a browser's XMLHttpRequest as botframework-directlinejs (by RxJS 5) uses, over fetch. It runs in
 * Node without one.
 */
export class SmallXMLHttpRequest {
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseText = '';
  responseType = '';
  timeout = 0;
  withCredentials = false;
  readonly upload = {};
  onreadystatechange: ((event: object) => void) | null = null;
  onerror: ((event: object) => void) | null = null;
  ontimeout: ((event: object) => void) | null = null;
  readonly #abort = new AbortController();
  readonly #headers = new Headers();
  #answered = new Headers();
  #method = 'GET';
  #url = '';

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
    this.readyState = 1;
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers.set(name, value);
  }

  getResponseHeader(name: string): string | null {
    return this.#answered.get(name);
  }

  abort(): void {
    this.#abort.abort();
  }

  send(body?: string | FormData): void {
    void this.#send(body);
  }

  async #send(body?: string | FormData): Promise<void> {
    let late = false;
    const timer = this.timeout
      ? setTimeout(() => {
          late = true;
          this.#abort.abort();
        }, this.timeout)
      : undefined;
    try {
      const answer = await fetch(this.#url, {
        method: this.#method,
        headers: this.#headers,
        signal: this.#abort.signal,
        ...(body !== undefined && { body }),
      });
      this.responseText = await answer.text();
      this.#answered = answer.headers;
      this.status = answer.status;
      this.response =
        this.responseType === 'json' ? JSON.parse(this.responseText || 'null') : this.responseText;
      this.#end();
    } catch {
      if (late) this.ontimeout?.call(this, {});
      // As browsers do: an end with status 0, then the error.
      else if (!this.#abort.signal.aborted) this.#end();
    } finally {
      clearTimeout(timer);
    }
  }

  #end(): void {
    this.readyState = 4;
    this.onreadystatechange?.call(this, {});
  }
}
