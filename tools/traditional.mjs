// Writes the words by which src/traditional.js turns our Chinese into traditional characters: OpenCC's, for Taiwan, cut
// down to what our texts need: all characters, and so many words that every text of ours is turned as by the whole of
// OpenCC. Official terms, and the words of src/locales/traditional_kept.txt, change their characters only.
// Usage: node traditional.mjs FILE
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Converter } from "opencc-js/cn2t";
import characters from "opencc-js/dict/STCharacters";
import { convert, reading } from "../src/traditional/words.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");
const lines = (path) => read(path).split("\n").filter((line) => line && !line.startsWith("#"));

/** Characters alone, in the forms that Taiwan prints; and with Taiwan's words. */
const script = Converter({ from: "cn", to: "tw" });
const words = Converter({ from: "cn", to: "twp" });

/** Every Chinese text of the app: its own, the rules', the names of streets, and the page before the app. */
function texts() {
  const own = readdirSync(join(root, "src/locales/zh-CN")).flatMap((file) => strings(JSON.parse(read(`src/locales/zh-CN/${file}`))));
  return [...own, ...rules().flatMap(literals), ...lines("crates/rules/data/chengdu_streets.csv"), read("index.html")];
}

function strings(value) {
  return typeof value === "string" ? [value] : Object.values(value).flatMap(strings);
}

function rules() {
  const files = readdirSync(join(root, "crates/rules/src"), { recursive: true }).filter((file) => file.endsWith(".rs"));
  return files.map((file) => read(`crates/rules/src/${file}`).split("#[cfg(test)]")[0]);
}

function literals(source) {
  const code = source.replace(/^\s*\/\/.*$/gm, "");
  return [...code.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text);
}

/** What stays apart from OpenCC's choice: the official terms of the rules' tables, and what the list names. */
function kept() {
  const terms = rules().flatMap((source) => [...source.matchAll(/= "\w+", "([^"]+)", "[^"]+";/g)].map(([, term]) => term));
  const listed = lines("src/locales/traditional_kept.txt").map((line) => line.split(" | ")[0].split(" = "));
  const pairs = [...terms.map((term) => [term]), ...listed].map(([word, to = script(word)]) => [word, to]);
  const idle = listed.filter(([word, to = script(word)]) => words(word) === to);
  if (idle.length) throw new Error(`src/locales/traditional_kept.txt lists what stays anyway: ${idle.join(" ")}`);
  return new Map(pairs.filter(([word, to]) => words(word) !== to));
}

/** What a text should be: the kept words as they are kept, everything between them as OpenCC has it. */
function wanted(text, keep) {
  const longest = [...keep.keys()].sort((a, b) => b.length - a.length);
  const parts = text.split(new RegExp(`(${longest.join("|")})`));
  return parts.map((part) => keep.get(part) ?? words(part)).join("");
}

/** The shortest piece of the text that the known words turn otherwise than wanted; nothing when none. */
function wrongPiece(text, keep, known) {
  for (let length = 2; length <= text.length; length += 1) {
    for (let at = 0; at + length <= text.length; at += 1) {
      const piece = text.slice(at, at + length);
      if (convert(piece, known) !== wanted(piece, keep)) return piece;
    }
  }
  return undefined;
}

const keep = kept();
const single = characters.split("|").map((pair) => pair.split(" ")[0]).filter((from) => script(from) !== from);
const lists = {
  characters: single.map((from) => from + script(from)).join(""),
  phrases: [...keep].map(([from, to]) => `${from} ${to}`).join("|"),
};

// Chinese between marks and placeholders. A word added for one text may be wrong in another, so again until none is.
const clauses = new Set(texts().flatMap((text) => text.match(/[\u3400-\u9fff]+/g) ?? []));
const goals = [...clauses].map((clause) => [clause, wanted(clause, keep)]);
let known = reading(lists);
for (let added = true, rounds = 0; added; rounds += 1) {
  if (rounds > 9) throw new Error("the words contradict each other");
  added = false;
  for (const [clause, goal] of goals) {
    while (convert(clause, known) !== goal) {
      const piece = wrongPiece(clause, keep, known);
      lists.phrases += `|${piece} ${wanted(piece, keep)}`;
      known = reading(lists);
      added = true;
    }
  }
}
writeFileSync(process.argv[2], JSON.stringify(lists));
