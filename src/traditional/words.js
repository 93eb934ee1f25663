// Simplified Chinese in traditional characters, by the longest word known at each place.

/** The lists that tools/traditional.mjs writes, for looking up: `{ characters: "国國…", phrases: "登录 登入|…" }`. */
export function reading({ characters, phrases }) {
  const known = new Map(phrases ? phrases.split("|").map((pair) => pair.split(" ")) : []);
  const longest = Math.max(1, ...[...known.keys()].map((word) => word.length));
  const letters = [...characters];
  for (let at = 0; at < letters.length; at += 2) known.set(letters[at], letters[at + 1]);
  return { known, longest };
}

/** The text in traditional characters. */
export function convert(text, { known, longest }) {
  let turned = "";
  for (let at = 0; at < text.length; ) {
    let length = Math.min(longest, text.length - at);
    while (length > 1 && !known.has(text.slice(at, at + length))) length -= 1;
    const word = text.slice(at, at + length);
    turned += known.get(word) ?? word;
    at += length;
  }
  return turned;
}
