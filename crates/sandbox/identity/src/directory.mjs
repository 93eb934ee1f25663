// The people, as the sandbox keeps them. Asked each time: the list is small and must not go stale.

/** The sandbox did not answer; the page says so, and nothing personal is in the message. */
export class DirectoryDown extends Error {}

export class Directory {
  #sandbox;
  #token;

  constructor(sandbox, token) {
    this.#sandbox = sandbox;
    this.#token = token;
  }

  /** @returns {Promise<{id: string, name: string, summary: string, summary_en: string}[]>} for the list of the sign-in page */
  list() {
    return this.#get('/citizens');
  }

  /** @returns {Promise<{id: string, name: string, identity_number: string, phone: string} | undefined>} */
  async find(id) {
    const people = await this.#get('/identity-directory', { authorization: `Bearer ${this.#token}` });
    return people.find((person) => person.id === id);
  }

  async #get(path, headers = {}) {
    let answer;
    try {
      answer = await fetch(this.#sandbox + path, { headers, signal: AbortSignal.timeout(5000) });
    } catch (cause) {
      throw new DirectoryDown('the sandbox does not answer', { cause });
    }
    if (!answer.ok) throw new DirectoryDown(`the sandbox answers ${answer.status}`);
    return answer.json();
  }
}
