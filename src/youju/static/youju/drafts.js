"use strict";
// What is being filled in stays on this device until it is saved: a closed window loses nothing. Sealed fields
// (data-sealed) are never kept, and logging out takes everything away.

const PREFIX = "youju-draft:";
const SENT = "youju-draft-sent";
const SAVED = "youju-saved";
const KEPT_DAYS = 7;
const SKIPPED = new Set(["csrfmiddlewaretoken", "key", "row_version"]);
const NUMBERS = /\d{17}[\dXx]|\d{15}/g; // identity numbers pasted along with names stay on no device

const draftForm = () => document.querySelector("form[data-draft]");
const user = () => document.body.dataset.user || "";
const keyOf = (form) => `${PREFIX}${user()}:${form.dataset.draft}`;

function fields(form) {
  return [...form.elements].filter(
    (one) => one.name && !SKIPPED.has(one.name) && !one.name.startsWith("take-") && !("sealed" in one.dataset) && !["file", "password", "submit"].includes(one.type),
  );
}

function valuesOf(form) {
  return fields(form).map((one) => [one.name, ["checkbox", "radio"].includes(one.type) ? [one.value, one.checked] : one.value.replace(NUMBERS, "")]);
}

function restore(form, values) {
  for (const [name, value] of values) {
    const held = fields(form).filter((one) => one.name === name);
    if (Array.isArray(value)) held.filter((one) => one.value === value[0]).forEach((one) => (one.checked = value[1]));
    else if (held.length) held[0].value = value;
    held[0]?.tomselect?.sync();
  }
  form.querySelectorAll("details.group").forEach((one) => (one.open ||= [...one.querySelectorAll("input, select")].some((field) => field.value)));
  form.dispatchEvent(new CustomEvent("youju:restored", { bubbles: true }));
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function forget(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
}

function keys() {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}

function sweep() {
  const oldest = Date.now() - KEPT_DAYS * 24 * 3600 * 1000;
  for (const key of keys()) if (!(read(key)?.at > oldest)) forget(key);
}

// ---- after a save ----------------------------------------------------------------------------
// The server says which sending it saved; until then the draft stays, whatever page or error comes back.
function settle() {
  const saved = document.cookie.split("; ").find((one) => one.startsWith(`${SAVED}=`))?.slice(SAVED.length + 1);
  const [key, sent] = JSON.parse(sessionStorage.getItem(SENT) || "[]");
  if (!saved || saved !== sent) return;
  forget(key);
  sessionStorage.removeItem(SENT);
}

// Sent, but what came back was the log-in: it is put back without being asked for.
function lost(key) {
  const [sent] = JSON.parse(sessionStorage.getItem(SENT) || "[]");
  return sent === key && document.referrer.includes("/login/");
}

// ---- while it is filled in -------------------------------------------------------------------
function offer(form) {
  const key = keyOf(form);
  const draft = read(key);
  const bar = form.querySelector("[data-draft-bar]");
  if (!draft || !bar || "refused" in form.dataset) return;
  if (JSON.stringify(draft.values) === JSON.stringify(valuesOf(form))) return;
  bar.querySelector("[data-draft-at]").textContent = new Date(draft.at).toLocaleString("zh-CN", { dateStyle: "medium", timeStyle: "short" });
  bar.hidden = false;
  if (lost(key)) {
    restore(form, draft.values);
    bar.querySelector("[data-draft-found]").hidden = bar.querySelector("[data-draft-take]").hidden = true;
    bar.querySelector("[data-draft-back]").hidden = false;
  }
  bar.querySelector("[data-draft-take]").addEventListener("click", () => {
    restore(form, draft.values);
    bar.hidden = true;
  });
  bar.querySelector("[data-draft-drop]").addEventListener("click", () => {
    forget(key);
    if (lost(key)) window.location.reload();
    bar.hidden = true;
  });
}

function keep(form) {
  let waiting;
  const write = () => {
    try {
      localStorage.setItem(keyOf(form), JSON.stringify({ at: Date.now(), values: valuesOf(form) }));
    } catch {
      // full or forbidden: the form works all the same
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(write, 400);
  });
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    write();
    sessionStorage.setItem(SENT, JSON.stringify([keyOf(form), form.elements.key?.value]));
  });
}

try {
  const form = draftForm();
  settle();
  sweep();
  if (form && user()) {
    offer(form);
    keep(form);
  }
  document.addEventListener("submit", (event) => {
    if (event.target.matches("form[data-log-out]")) keys().forEach(forget);
  });
} catch {
  // storage that is switched off must not stop a page
}
