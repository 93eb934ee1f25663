// Starts the app: its script and wasm lie beside this file under the build's hashed folder.
import init from "./rongju.js";

const html = document.documentElement;
const app = document.getElementById("app");

/** Traditional characters, and what makes them, are for those who chose them: `<html lang>` says who did. */
let traditional = false;
async function followLanguage() {
  const wanted = html.lang === "zh-Hant";
  if (wanted === traditional) return;
  traditional = wanted;
  try {
    (await import("./traditional.js")).show(traditional);
  } catch {
    // The page stays readable in simplified characters, until there is a line again.
    traditional = false;
    addEventListener("online", followLanguage, { once: true });
  }
}

/** Takes away what stood in for the page, once the page is there, and keeps the keyboard's place. */
function reveal() {
  if (!app.querySelector("main > *")) return false;
  const before = document.getElementById("before");
  const focused = before.contains(document.activeElement) && document.activeElement.getAttribute("href");
  before.remove();
  if (focused) app.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
  return true;
}

/** What the applicant can do about it decides which message it is. */
function troubleOf(error) {
  if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) return "old";
  if (error instanceof WebAssembly.RuntimeError) return "crash";
  return "download";
}

async function start() {
  try {
    await init({ module_or_path: new URL("./rongju_bg.wasm", import.meta.url) });
  } catch (error) {
    console.error(error);
    dispatchEvent(new CustomEvent("trouble", { detail: troubleOf(error) }));
    return;
  }
  html.setAttribute("data-started", "");
  if (!reveal()) {
    new MutationObserver((_, observer) => reveal() && observer.disconnect()).observe(app, { childList: true, subtree: true });
  }
}

followLanguage();
new MutationObserver(followLanguage).observe(html, { attributes: true, attributeFilter: ["lang"] });
// boot.js has seen already whether this browser can run it.
if (!html.hasAttribute("data-trouble")) start();
