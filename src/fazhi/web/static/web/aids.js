/* Accessibility tools that save a reload, and those that need script: the ruler and reading aloud. */
(() => {
  "use strict";
  const root = document.documentElement;
  const LIVE = ["size", "spacing", "guide"];
  const YEAR = 365 * 24 * 3600;
  const CHUNK = "h1, h2, h3, p, li, dt, dd, caption, th, td, label, legend, summary, figcaption";

  for (const row of document.querySelectorAll("[data-needs-script]")) {
    row.hidden = Boolean(row.querySelector("[data-read-aloud]")) && !("speechSynthesis" in window);
  }

  // Size, spacing and the ruler change at once, and are remembered before anybody can leave the page.
  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!event.target.matches("[data-aids]") || !button || !LIVE.includes(button.name)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    document.cookie = `${button.name}=${button.value}; path=/; max-age=${YEAR}; samesite=lax`;
    if (button.value === "0") delete root.dataset[button.name]; else root.dataset[button.name] = button.value;
    for (const each of document.querySelectorAll(`.panel button[name="${button.name}"]`)) {
      each.setAttribute("aria-pressed", String(each.value === button.value));
    }
    rule();
  }, true);

  // The ruler follows the pointer and the focus.
  const ruler = document.createElement("div");
  ruler.className = "ruler";
  const put = (y) => { ruler.style.top = `${y - ruler.offsetHeight / 2}px`; };
  const rule = () => {
    if (root.dataset.guide && !ruler.isConnected) { document.body.append(ruler); put(innerHeight / 3); }
    if (!root.dataset.guide) ruler.remove();
  };
  document.addEventListener("pointermove", (event) => put(event.clientY));
  document.addEventListener("focusin", (event) => {
    const box = event.target.getBoundingClientRect();
    put(box.top + box.height / 2);
  });
  rule();

  // Reading aloud goes through the page piece by piece, marks the piece, and begins at the selection where there is one.
  const pieces = () => {
    const all = [...document.querySelectorAll(`main :is(${CHUNK})`)];
    const own = all.filter((each) => !each.querySelector(CHUNK) && each.offsetParent && each.innerText.trim());
    const selected = getSelection();
    const from = selected && !selected.isCollapsed ? own.findIndex((each) => selected.containsNode(each, true)) : 0;
    return own.slice(Math.max(from, 0));
  };
  const buttons = document.querySelectorAll("[data-read-aloud]");
  let reading = 0;
  const show = (on) => {
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(on));
      button.textContent = on ? button.dataset.sayStop : button.dataset.sayStart;
    }
    if (!on) document.querySelector(".spoken")?.classList.remove("spoken");
  };
  const stop = () => { reading += 1; speechSynthesis.cancel(); show(false); };
  const say = (queue, turn) => {
    document.querySelector(".spoken")?.classList.remove("spoken");
    const piece = queue.shift();
    if (!piece || turn !== reading) { if (turn === reading) stop(); return; }
    piece.classList.add("spoken");
    piece.scrollIntoView({ block: "nearest" });
    const words = new SpeechSynthesisUtterance(piece.innerText);
    words.lang = piece.closest("[lang]").lang;
    words.onend = words.onerror = () => say(queue, turn);
    speechSynthesis.speak(words);
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-pressed") === "true") { stop(); return; }
      speechSynthesis.cancel();
      reading += 1;
      show(true);
      say(pieces(), reading);
    });
  }
  window.addEventListener("pagehide", () => { if (buttons.length && "speechSynthesis" in window) speechSynthesis.cancel(); });

  // An open panel closes by Escape or a press elsewhere.
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && document.querySelector(".aids[open]");
    if (open) { open.open = false; open.querySelector("summary").focus(); event.stopPropagation(); }
  }, true);
  document.addEventListener("click", (event) => {
    for (const open of document.querySelectorAll(".aids[open]")) if (!open.contains(event.target)) open.open = false;
  });
})();
