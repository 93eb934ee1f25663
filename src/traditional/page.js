// Shows the page in traditional characters while that is the document's language. The app says everything in
// simplified ones, whatever it comes from (texts, rules, names of streets); this turns what stands in the document, and
// keeps what it was. A file of its own, which nobody loads who has not chosen it.
//
// What people wrote stays as they wrote it: what is typed is no text of the document, and names, addresses and an
// officer's words are marked translate="no". So does what says that it is in a language of its own.
import lists from "traditional-lists";
import { convert, reading } from "./words.js";

const words = reading(lists);
const root = document.documentElement;
const ATTRIBUTES = ["alt", "aria-label", "aria-valuetext", "label", "placeholder", "title"];
const CHINESE = /[\u3400-\u9fff]/;

/** For each text or attribute that was turned: what it was, and what it was made. */
const turned = new Map(["data", ...ATTRIBUTES].map((name) => [name, new WeakMap()]));

const get = (node, name) => (name === "data" ? node.data : node.getAttribute(name));
const set = (node, name, text) => (name === "data" ? (node.data = text) : node.setAttribute(name, text));

function isToStay(element) {
  return !element || element.closest("[lang]") !== root || element.closest("[translate=no], script, style, textarea");
}

function turn(node, name) {
  const text = get(node, name);
  // What we made ourselves comes back here as a change.
  if (!text || !CHINESE.test(text) || turned.get(name).get(node)?.made === text) return;
  if (isToStay(name === "data" ? node.parentElement : node)) return;
  const made = convert(text, words);
  turned.get(name).set(node, { was: text, made });
  if (made !== text) set(node, name, made);
}

function turnBack(node, name) {
  const { was, made } = turned.get(name).get(node) ?? {};
  if (made && get(node, name) === made) set(node, name, was);
}

/** Does something to every text and attribute in a part of the document. */
function everywhere(part, act) {
  if (part.nodeType === Node.TEXT_NODE) return act(part, "data");
  if (part.nodeType !== Node.ELEMENT_NODE) return undefined;
  const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = part; node; node = walk.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) act(node, "data");
    else for (const name of ATTRIBUTES) if (node.hasAttribute(name)) act(node, name);
  }
  return undefined;
}

const observer = new MutationObserver((changes) => {
  for (const { type, target, addedNodes, attributeName } of changes) {
    if (type === "characterData") turn(target, "data");
    else if (type === "attributes") turn(target, attributeName);
    else for (const node of addedNodes) everywhere(node, turn);
  }
});

/** Turns the page and all that comes into it, or turns it back. */
export function show(traditional) {
  observer.disconnect();
  everywhere(root, traditional ? turn : turnBack);
  if (!traditional) return;
  const kinds = { childList: true, characterData: true, attributes: true };
  observer.observe(root, { ...kinds, subtree: true, attributeFilter: ATTRIBUTES });
}
