"use strict";
// Shows the evidence of a figure beside the page. Without this script every figure is a link to its note.
(() => {
  const panel = document.querySelector(".panel");
  const shown = panel.querySelector(".shown");
  const hint = shown.innerHTML;
  let opener = null;

  const wide = window.matchMedia("(min-width: 75rem)");

  function fill(numbers) {
    shown.replaceChildren();
    for (const number of numbers) {
      const note = document.querySelector(`#n${number} .note`);
      if (note) shown.append(note.cloneNode(true));
    }
    shown.scrollTop = 0;
  }

  function open(link) {
    document.querySelectorAll("[aria-current]").forEach((each) => each.removeAttribute("aria-current"));
    opener = link;
    link.setAttribute("aria-current", "true");
    fill(link.dataset.notes.split(" "));
    panel.hidden = false;
    panel.classList.add("open");
    if (!wide.matches) panel.querySelector(".close").focus();
  }

  function close() {
    panel.classList.remove("open");
    shown.innerHTML = hint;
    if (opener) {
      opener.removeAttribute("aria-current");
      opener.focus();
      opener = null;
    }
  }

  function reveal(id) {
    const target = id && document.getElementById(id);
    const folded = target && target.closest("details");
    if (folded) folded.open = true;
    return target;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-notes]");
    if (link && !event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      open(link);
      return;
    }
    const inner = event.target.closest('a[href^="#"]');
    if (inner && reveal(inner.hash.slice(1)) && !wide.matches) panel.classList.remove("open");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.classList.contains("open")) close();
  });
  panel.querySelector(".close").addEventListener("click", close);
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll("details.text").forEach((each) => each.classList.toggle("was-open", each.open));
  });
  document.documentElement.classList.add("live");
  panel.hidden = false;
  reveal(location.hash.slice(1));
})();
