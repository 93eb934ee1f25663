// How a page's chunk is fetched and compiled: imported by `__wasm_split.js`, whose plain calls the build replaces.

const WAITS_MS = [0, 500, 2000];

/** Fetches a chunk, again after a moment if the line breaks; says so to the page when it stays broken. */
export async function fetchChunk(url) {
  for (const wait of WAITS_MS) {
    if (wait) await new Promise((resolve) => setTimeout(resolve, wait));
    try {
      const response = await fetch(url);
      if (response.ok) return response;
    } catch {
      // No line: the next round tries again.
    }
  }
  dispatchEvent(new CustomEvent("trouble", { detail: "download" }));
  throw new Error(`chunk not loaded: ${url}`);
}

/** Compiles while it arrives where the host can, and from the whole buffer where it cannot. */
export async function instantiateChunk(response, imports) {
  const whole = (await response).clone();
  try {
    return await WebAssembly.instantiateStreaming(response, imports);
  } catch (error) {
    if (error instanceof WebAssembly.LinkError || error instanceof WebAssembly.RuntimeError) throw error;
    return WebAssembly.instantiate(await whole.arrayBuffer(), imports);
  }
}
