/* The public pages work without this file; it only saves steps. */
(() => {
  "use strict";

  // Typing narrows a long list of choices at once; without script the button beside it does.
  for (const input of document.querySelectorAll("[data-narrows]")) {
    const select = document.getElementById(input.dataset.narrows);
    const status = document.getElementById("found");
    let all = null;
    const load = async () => {
      const response = await fetch(location.pathname);
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      return [...page.getElementById(select.id).children];
    };
    const narrow = async () => {
      all ??= input.defaultValue ? await load() : [...select.children];
      const words = input.value.split(/\s+/).filter(Boolean);
      const chosen = select.value;
      let count = 0;
      const kept = all.map((child) => {
        if (child.tagName !== "OPTGROUP") return child;
        const group = child.cloneNode(false);
        for (const option of child.children) {
          if (!words.every((word) => (child.label + option.text).includes(word))) continue;
          group.append(option.cloneNode(true));
          count += 1;
        }
        return group;
      });
      select.replaceChildren(...kept.filter((child) => child.tagName !== "OPTGROUP" || child.children.length));
      select.value = chosen;
      if (select.selectedIndex < 0) select.selectedIndex = 0;
      if (words.length && count === 1) select.value = select.querySelector("optgroup option").value;
      const says = words.length ? status.dataset.sayFound : status.dataset.sayAll;
      status.textContent = says.replace("{n}", count);
    };
    input.addEventListener("input", narrow);
  }
})();
