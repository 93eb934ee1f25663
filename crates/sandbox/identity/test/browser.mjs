// A browser as small as the tests need: keeps cookies by path, follows redirects inside the identity only.

export class Browser {
  #cookies = new Map();
  #origin;

  constructor(origin) {
    this.#origin = origin;
  }

  /** Goes to `address`; a redirect to another origin is returned instead of followed. */
  async go(address, { form, headers = {} } = {}) {
    let url = new URL(address, this.#origin);
    let body = form && new URLSearchParams(form);
    for (let hops = 0; hops < 10; hops += 1) {
      const answer = await fetch(url, {
        method: body ? 'POST' : 'GET',
        body,
        redirect: 'manual',
        headers: { accept: 'text/html', cookie: this.#cookiesFor(url.pathname), ...headers },
      });
      this.#keep(answer);
      const location = answer.headers.get('location');
      if (!location) return { url, status: answer.status, headers: answer.headers, text: await answer.text() };
      url = new URL(location, url);
      if (url.origin !== this.#origin) return { url, status: answer.status, left: true };
      body = undefined;
    }
    throw new Error('too many redirects');
  }

  #cookiesFor(path) {
    return [...this.#cookies.values()]
      .filter((cookie) => path.startsWith(cookie.path))
      .map((cookie) => cookie.pair)
      .join('; ');
  }

  #keep(answer) {
    for (const line of answer.headers.getSetCookie()) {
      const [pair, ...attributes] = line.split(/;\s*/);
      const path = attributes.find((one) => one.toLowerCase().startsWith('path='))?.slice(5) || '/';
      const name = pair.slice(0, pair.indexOf('='));
      if (/expires=Thu, 01 Jan 1970/i.test(line)) this.#cookies.delete(name + path);
      else this.#cookies.set(name + path, { pair, path });
    }
  }
}
