"use strict";
// The report editor: claims go in where the cursor stands, and nobody leaves with words unsaved.

let unsaved = false;

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=insert]");
  if (!button) return;
  event.preventDefault();
  const text = button.form.querySelector("textarea");
  text.setRangeText(button.value, text.selectionStart, text.selectionEnd, "end");
  text.focus();
  text.dispatchEvent(new Event("input", { bubbles: true }));
});

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-passage] textarea, [data-passage] select")) unsaved = true;
});

const say = (form, words) => {
  const line = form.querySelector(".saved span") ?? form.querySelector(".saved").appendChild(document.createElement("span"));
  line.className = "invalid-feedback d-block";
  line.textContent = words;
};

document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest?.("[data-passage]");
  if (!form || event.detail.requestConfig.verb !== "post") return;
  if (event.detail.successful) unsaved = false;
  else if (event.detail.xhr.status !== 422) say(form, "没有保存：连不上服务器或登录已失效。文字还在这里，请稍后再试。");
});

document.addEventListener("submit", (event) => { unsaved &&= event.defaultPrevented; });
window.addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
