"""Style and script of the HTML page, both constant: its Content-Security-Policy names them by their hashes."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light dark; --ink: light-dark(#1c1c1a, #e6e4de); --dim: light-dark(#5f5d57, #a09d94);
  --paper: light-dark(#fdfcf9, #191917); --line: light-dark(#d9d6cd, #3a3934); --accent: light-dark(#0b6e6e, #5cc2bd); }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 46rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, "Noto Sans", "Noto Sans Arabic", "Noto Naskh Arabic", "Segoe UI", Tahoma, sans-serif;
  overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.6rem; }
h2 { margin: 2.5rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); font-size: 1.05rem;
  color: var(--accent); }
h3 { margin: 1.25rem 0 .4rem; font-size: 1.1rem; line-height: 1.5; }
article { padding-bottom: .75rem; }
article.background h3 { font-weight: 500; }
article:target h3 { outline: 2px solid var(--accent); outline-offset: .3rem; }
dl { display: grid; grid-template-columns: 6.5rem 1fr; gap: .1rem .75rem; margin: 0; font-size: .9rem; }
dt { color: var(--dim); }
dd { grid-column: 2; margin: 0; }
figure { margin: .75rem 0; }
blockquote { margin: 0; }
blockquote p { margin: 0; padding: .4rem .9rem; border-inline-start: 3px solid var(--accent); font-size: 1.05rem; }
figcaption, header p, .back { color: var(--dim); font-size: .85rem; }
figcaption { margin-top: .25rem; }
a { color: var(--accent); }
code { font-size: .9em; }
fieldset { margin: 1.5rem 0 0; padding: .5rem .9rem; border: 1px solid var(--line); }
legend, #shown { color: var(--dim); font-size: .85rem; }
label { display: inline-block; margin-inline-end: 1rem; white-space: nowrap; }
#shown { margin: .25rem 0 0; }
[hidden] { display: none; }
@media (max-width: 36rem) { dl { grid-template-columns: 4.5rem 1fr; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --dim: #333; --accent: #000; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  form { display: none; }
  h2, h3 { break-after: avoid; }
  article, figure { break-inside: avoid; }
}
"""

SCRIPT = """
"use strict";
const form = document.getElementById("filter");
const shown = document.getElementById("shown");
const articles = Array.from(document.querySelectorAll("article"));
const sections = Array.from(document.querySelectorAll("main > section"));
function choose() {
  const wanted = Array.from(form.querySelectorAll("input:checked"), box => box.value);
  let count = 0;
  for (const article of articles) {
    const actors = article.dataset.actors.split(" ");
    article.hidden = !wanted.every(actor => actors.includes(actor));
    count += article.hidden ? 0 : 1;
  }
  for (const section of sections) section.hidden = !section.querySelector("article:not([hidden])");
  shown.textContent = form.dataset.shown.replace("{n}", count).replace("{all}", articles.length);
}
form.addEventListener("change", choose);
form.addEventListener("submit", event => event.preventDefault());
form.hidden = form.querySelector("input") === null;
choose();
"""
