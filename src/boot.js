// What must happen before the first paint and before any wasm. Plain old syntax, because this is also what tells an
// old browser that it is too old.
//
// Put in by the build, from the tables in app.rs: PAGES is [address pattern, chunk files][], PARTS is {part: chunk files}.
(function () {
  var html = document.documentElement;

  /** The chunks of the page at this path, or null when no page of ours besides the home has it. */
  function chunksOf(path) {
    var parts = path.replace(/\/+$/, "").split("/");
    for (var i = 0; i < PAGES.length; i++) {
      var pattern = PAGES[i][0].split("/");
      // Only the last part may be left out: ":step?".
      var optional = /\?$/.test(PAGES[i][0]) && pattern.length === parts.length + 1;
      var fits = optional || pattern.length === parts.length;
      for (var j = 0; fits && j < parts.length; j++) {
        fits = pattern[j].charAt(0) === ":" ? parts[j] !== "" : pattern[j] === parts[j];
      }
      if (fits) return PAGES[i][1];
    }
    return null;
  }

  /** The home's HTML stands in the page; every other address has a skeleton until its page is there. */
  function show(path) {
    html.setAttribute("data-page", path === "/" ? "home" : "other");
  }

  function preload(files) {
    for (var i = 0; i < files.length; i++) {
      var link = document.createElement("link");
      link.rel = "preload";
      link.as = "fetch";
      link.type = "application/wasm";
      link.crossOrigin = "anonymous";
      link.href = html.getAttribute("data-assets") + files[i];
      document.head.appendChild(link);
    }
  }

  function waiting() {
    return !html.hasAttribute("data-started") && !html.hasAttribute("data-trouble");
  }

  /** Shows one of the messages of #trouble; the first is the cause, later ones only its consequences. */
  function trouble(kind) {
    if (!html.hasAttribute("data-trouble")) html.setAttribute("data-trouble", kind);
  }

  /** Modules, wasm, and externref (any module of wasm-bindgen uses it; Safari has it from 15 on). */
  function canRun() {
    try {
      return "noModule" in HTMLScriptElement.prototype &&
        WebAssembly.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0]));
    } catch (e) {
      return false;
    }
  }

  /** How the person chose to see the app, from the first paint on. A host without storage has nothing chosen. */
  function showChosen() {
    try {
      ["elder", "theme", "contrast"].forEach(function (name) {
        var value = localStorage.getItem(name);
        if (value) html.setAttribute("data-" + name, value);
      });
      var theme = html.getAttribute("data-theme");
      document.querySelectorAll("meta[data-theme]").forEach(function (meta) {
        if (theme) meta.media = meta.getAttribute("data-theme") === theme ? "all" : "not all";
      });
      // The other languages come with the app; traditional characters are made of the page as it stands here.
      if (localStorage.getItem("language") === "zh-Hant") html.lang = "zh-Hant";
    } catch (e) {
      return;
    }
  }

  /** The home's elder switch shows what is chosen as soon as it is there, and works until the app takes it over. */
  function elderSwitch() {
    return !html.hasAttribute("data-started") && document.getElementById("elder");
  }

  document.addEventListener("readystatechange", function () {
    var elder = elderSwitch();
    if (elder) elder.checked = html.hasAttribute("data-elder");
  });
  addEventListener("change", function (event) {
    if (event.target !== elderSwitch()) return;
    var on = event.target.checked;
    if (on) html.setAttribute("data-elder", "large");
    else html.removeAttribute("data-elder");
    try {
      if (on) localStorage.setItem("elder", "large");
      else localStorage.removeItem("elder");
    } catch (e) {
      return;
    }
  });

  showChosen();
  show(location.pathname);
  if (!canRun()) {
    trouble("old");
    return;
  }
  preload(chunksOf(location.pathname) || []);

  // A link tapped before the app runs: the address changes and its skeleton shows at once, its chunks are fetched, and
  // the app, when it starts, finds the address and goes straight there. After a failure links are ordinary links.
  addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href]");
    if (!link || !waiting() || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    var chunks = link.origin === location.origin && !link.target ? chunksOf(link.pathname) : null;
    if (!chunks) return;
    event.preventDefault();
    history.pushState(null, "", link.href);
    scrollTo(0, 0);
    show(link.pathname);
    preload(chunks);
  }, true);
  addEventListener("popstate", function () {
    if (waiting()) show(location.pathname);
  });

  // What a page is going to need next (src/device/ahead.rs) is brought into the cache while nothing else is going on.
  // Nobody is told where that fails: it is fetched again when it is needed.
  addEventListener("ahead", function (event) {
    var files = PARTS[event.detail] || [];
    delete PARTS[event.detail];
    (window.requestIdleCallback || setTimeout)(function () {
      files.forEach(function (file) {
        fetch(html.getAttribute("data-assets") + file, { priority: "low" }).catch(function () {});
      });
    });
  });

  addEventListener("trouble", function (event) {
    trouble(event.detail);
  });
  /**
   * Whether the app itself has stopped: a panic traps, and an error of the browser that goes through the app leaves what
   * it was doing half done. Errors of anything else on the page, such as a host's own script, are not ours.
   */
  function isOurs(error) {
    return error instanceof WebAssembly.RuntimeError || Boolean(error && /\bwasm\b/.test(error.stack));
  }

  addEventListener("error", function (event) {
    if (event.target instanceof HTMLScriptElement) trouble("download");
    else if (isOurs(event.error)) trouble("crash");
  }, true);
  addEventListener("unhandledrejection", function (event) {
    if (isOurs(event.reason)) trouble("crash");
  });
})();
