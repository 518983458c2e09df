/* The desk works without this file; it only saves steps. */
(() => {
  "use strict";

  // A wrong form puts the reader at its summary of errors; an address that ends in a place of the page takes
  // the focus there once more, after everything is loaded.
  const summary = document.querySelector("[data-error-summary]:not([data-sample] *)");
  if (summary) {
    summary.focus();
    window.addEventListener("load", () => requestAnimationFrame(() => summary.focus()), { once: true });
  }

  // Leaving a place closes the menu in the head: outside press or Escape.
  const menu = document.querySelector(".menu");
  if (menu) {
    document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
    menu.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { menu.open = false; menu.querySelector("summary").focus(); }
    });
  }

  // A form that changes things is sent once.
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "post" || event.defaultPrevented) return;
    if (event.target.dataset.sent) { event.preventDefault(); return; }
    event.target.dataset.sent = "1";
    window.addEventListener("pageshow", () => delete event.target.dataset.sent, { once: true });
  });

  // The slash leads to the search box, unless something is being typed, a command is meant, or it was turned off.
  const typing = (element) => element.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (typing(event.target) || "noSlash" in document.documentElement.dataset) return;
    const box = [...document.querySelectorAll("[data-slash]")].find((input) => input.offsetParent !== null);
    if (box) { event.preventDefault(); box.focus(); box.select(); }
  });

  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }

  // A link into a closed disclosure opens it.
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    const closed = target && target.closest("details");
    if (closed) { closed.open = true; target.scrollIntoView(); }
  };
  window.addEventListener("hashchange", reveal);
  reveal();

  // Escape puts away an article shown beside its citation until the pointer or the focus comes again.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const cite of document.querySelectorAll(".cite:hover, .cite:focus-within")) cite.classList.add("away");
  });
  for (const leaving of ["focusout", "mouseout"]) {
    document.addEventListener(leaving, (event) => {
      const cite = event.target.closest?.(".cite");
      if (cite && !cite.contains(event.relatedTarget)) cite.classList.remove("away");
    });
  }
})();
