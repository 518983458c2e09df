/* Passwords can be looked at while they are typed, and a meter says how strong a new one is. */
(() => {
  "use strict";

  for (const line of document.querySelectorAll("[data-look]")) {
    const box = line.querySelector("input");
    const fields = line.closest("form").querySelectorAll("input[type=password]");
    const look = () => { for (const field of fields) field.type = box.checked ? "text" : "password"; };
    line.hidden = box.checked = false;
    box.addEventListener("change", look);
    // What is sent is a password again: no browser keeps it among the texts that were typed before.
    line.closest("form").addEventListener("submit", () => { box.checked = false; look(); });
  }

  // Bits that a guesser lacks: signs that repeat or go on by one add nothing; 12 signs are the least.
  const POOLS = [[/[0-9]/, 10], [/[a-z]/, 26], [/[A-Z]/, 26], [/[!-/:-@[-`{-~ ]/, 33], [/[^\x00-\x7f]/, 2000]];
  const bits = (word) => {
    const signs = [...word].map((sign) => sign.codePointAt(0));
    const fresh = signs.filter((sign, at) => at < 1 || Math.abs(sign - signs[at - 1]) > 1);
    const pool = POOLS.reduce((sum, [kind, size]) => sum + (kind.test(word) ? size : 0), 1);
    return Math.min(fresh.length, 2 * new Set(signs).size) * Math.log2(pool);
  };
  const grade = (word) => [...word].length < 12 ? 0 : 1 + [45, 65, 85].filter((least) => bits(word) >= least).length;

  for (const block of document.querySelectorAll("[data-strength]")) {
    const field = document.getElementById(block.dataset.strength);
    const meter = block.querySelector("meter"), said = block.querySelector("output");
    const words = [...block.querySelectorAll("li")].map((item) => item.textContent);
    block.hidden = false;
    field.addEventListener("input", () => {
      meter.value = grade(field.value);
      said.textContent = field.value ? words[meter.value] : "";
    });
  }
})();
