// How a page's chunk is fetched and compiled: imported by `__wasm_split.js`, whose plain calls the build replaces.
//
// PACKED is put in by the build: {chunk file: [start, end]} of the small shared chunks, which lie together in one file.

const WAITS_MS = [0, 500, 2000];

let pack;

/** A chunk's file, or its part of the pack. */
export async function fetchChunk(url) {
  const place = PACKED[url.pathname.split("/").pop()];
  if (!place) return fetchFile(url);
  pack ??= fetchFile(new URL("shared.bin", url)).then((response) => response.arrayBuffer());
  try {
    return new Response((await pack).slice(...place), { headers: { "content-type": "application/wasm" } });
  } catch (error) {
    pack = undefined;
    throw error;
  }
}

/** Fetches a file, again after a moment if the line breaks; says so to the page when it stays broken. */
async function fetchFile(url) {
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
