/* A terminal counts down when nobody touches it, and leaves no history. Without script the server's refresh does. */
(() => {
  "use strict";
  const TRAIL = "trail";
  const trail = () => JSON.parse(sessionStorage.getItem(TRAIL) || "[]");
  const keep = (list) => sessionStorage.setItem(TRAIL, JSON.stringify(list.slice(-30)));

  // Pages replace one another, so the browser's own list stays empty; the way back is kept here until the end.
  const go = (address) => { keep([...trail(), location.href]); location.replace(address); };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || link.origin !== location.origin) return;
    if (link.pathname === location.pathname && link.search === location.search && link.hash) return;
    event.preventDefault();
    if ("kioskEnd" in link.dataset) { end(link.href); return; }
    go(link.href);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "get" || event.defaultPrevented) return;
    event.preventDefault();
    const address = new URL(form.action);
    const entries = new FormData(form, event.submitter);
    address.search = new URLSearchParams(entries).toString();
    go(address.href);
  });
  const back = document.querySelector("[data-kiosk-back]");
  if (back && trail().length) {
    back.hidden = false;
    back.addEventListener("click", () => {
      const list = trail();
      const address = list.pop();
      keep(list);
      location.replace(address);
    });
  }

  const end = (address) => {
    sessionStorage.clear();
    for (const form of document.forms) form.reset();
    location.replace(address);
  };
  const dialog = document.querySelector("dialog[data-idle]");
  if (!dialog) { sessionStorage.removeItem(TRAIL); return; }
  const count = dialog.querySelector("[data-count]");
  const address = dialog.querySelector("[data-kiosk-end]").href;
  let timer = 0;
  const ask = () => {
    let left = Number(dialog.dataset.warning);
    count.textContent = left;
    dialog.showModal();
    timer = setInterval(() => {
      left -= 1;
      count.textContent = left;
      if (left <= 0) { clearInterval(timer); end(address); }
    }, 1000);
  };
  const touched = () => {
    if (dialog.open) return;
    clearTimeout(timer);
    timer = setTimeout(ask, Number(dialog.dataset.idle) * 1000);
  };
  const goOn = () => { clearInterval(timer); dialog.close(); touched(); };
  dialog.querySelector("[data-idle-continue]").addEventListener("click", goOn);
  dialog.addEventListener("cancel", (event) => { event.preventDefault(); goOn(); });
  for (const sign of ["pointerdown", "pointermove", "keydown", "scroll", "input"]) {
    document.addEventListener(sign, touched, { passive: true });
  }
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  touched();
})();
