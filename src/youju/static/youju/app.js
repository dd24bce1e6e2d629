"use strict";
// Small helps on top of pages that work without them. No inline handlers: everything is delegated from here.

const dialog = () => document.getElementById("dialog");

// ---- links that open a dialog, selects that act at once ------------------------------------------
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog]");
  if (opener && window.htmx && dialog().showModal && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    htmx.ajax("GET", opener.href, { target: "#dialog", swap: "innerHTML" }).then(() => {
      dialog().showModal();
      dialog().querySelector("textarea, button")?.focus();
    });
  } else if (event.target.closest("#dialog [data-close]")) {
    event.preventDefault();
    dialog().close();
  } else if (event.target === dialog()) {
    dialog().close();
  }
});

document.addEventListener("change", (event) => {
  if (event.target.matches("select[data-go], input[data-go]")) event.target.form.requestSubmit();
  if (event.target.matches("select[data-visit]")) window.location.assign(event.target.value);
});

// ---- many rows at once ---------------------------------------------------------------------------
document.addEventListener("change", (event) => {
  const list = event.target.closest("#list");
  const rows = () => [...list.querySelectorAll("input[name=pk]")];
  const all = event.target.matches("[data-pick-all]");
  if (all) rows().forEach((row) => (row.checked = event.target.checked));
  // One box stands in the head of the table, one above it on a phone, where the table has no head.
  if (all || (list && event.target.matches("input[name=pk]"))) {
    const whole = rows().every((row) => row.checked);
    for (const box of list.querySelectorAll("[data-pick-all]")) box.checked = whole;
  }
});

// ---- a form is sent once; the server sees to it too --------------------------------------------
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented || "download" in form.dataset) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "1";
  form.setAttribute("aria-busy", "true");
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
  }
});

// ---- one search field over everything, at / or Ctrl-K -------------------------------------------
function search(opener) {
  if (!window.htmx || !dialog().showModal) return window.location.assign(opener.href);
  htmx.ajax("GET", opener.href, { target: "#dialog", swap: "innerHTML" }).then(() => {
    if (!dialog().open) dialog().showModal();
    dialog().querySelector("input")?.focus();
  });
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-search]");
  if (!opener || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  search(opener);
});

document.addEventListener("keydown", (event) => {
  const opener = document.querySelector("[data-search]");
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const control = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
  if (opener && (slash || control)) {
    event.preventDefault();
    search(opener);
  }
});

document.addEventListener("keydown", (event) => {
  const box = event.target.closest?.(".search");
  if (!box || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
  const stops = [box.querySelector("input"), ...box.querySelectorAll(".found a, .found button")];
  const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
  event.preventDefault();
  stops[(next + stops.length) % stops.length].focus();
});

// ---- persons picked by typing --------------------------------------------------------------------
let asked = 0;
let waiting;

document.addEventListener("input", (event) => {
  const picker = event.target.closest("[data-picker]");
  if (!picker) return;
  picker.querySelector("[data-picker-id]").value = "";
  clearTimeout(waiting);
  waiting = setTimeout(() => suggest(picker, event.target.value.trim()), 180);
});

async function suggest(picker, text) {
  const mine = ++asked;
  if (!text) return show(picker, "");
  const answer = await fetch(`${picker.dataset.url}?q=${encodeURIComponent(text)}`, { headers: { "HX-Request": "true" } });
  if (answer.headers.has("HX-Redirect")) return window.location.assign(answer.headers.get("HX-Redirect"));
  if (answer.ok && mine === asked) show(picker, await answer.text());
}

function show(picker, html) {
  const list = picker.querySelector(".picker-list");
  list.innerHTML = html;
  list.hidden = !html.trim();
  picker.querySelector("[role=combobox]").setAttribute("aria-expanded", String(!list.hidden));
}

function pick(picker, item) {
  if ("pickerNew" in item.dataset) return item.dispatchEvent(new CustomEvent("youju:newcomer", { bubbles: true, detail: picker }));
  picker.querySelector("[data-picker-id]").value = item.dataset.id;
  picker.querySelector("[role=combobox]").value = item.dataset.text;
  show(picker, "");
}

document.addEventListener("mousedown", (event) => {
  const item = event.target.closest(".picker-item, .picker-new");
  if (item) {
    event.preventDefault();
    pick(item.closest("[data-picker]"), item);
  }
});

document.addEventListener("keydown", (event) => {
  const picker = event.target.closest?.("[data-picker]");
  const items = picker ? [...picker.querySelectorAll(".picker-item, .picker-new")] : [];
  if (!items.length || !["ArrowDown", "ArrowUp", "Enter", "Escape"].includes(event.key)) return;
  event.preventDefault();
  const at = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  if (event.key === "Escape") return show(picker, "");
  if (event.key === "Enter") return pick(picker, items[Math.max(at, 0)]);
  const next = (at + (event.key === "ArrowDown" ? 1 : -1) + items.length) % items.length;
  items.forEach((item, place) => item.setAttribute("aria-selected", String(place === next)));
  items[next].scrollIntoView({ block: "nearest" });
});

document.addEventListener("focusout", (event) => {
  const picker = event.target.closest("[data-picker]");
  if (picker && !picker.contains(event.relatedTarget)) show(picker, "");
});
