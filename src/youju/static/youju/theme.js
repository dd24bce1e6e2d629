"use strict";
// Runs before the first paint: light or dark as chosen on this device, else as the system is; paper is always light.
(() => {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const page = document.documentElement;
  const chosen = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null; // storage may be forbidden
    }
  };
  const settle = () => page.setAttribute("data-bs-theme", chosen() || (system.matches ? "dark" : "light"));
  settle();
  system.addEventListener("change", settle);
  window.addEventListener("beforeprint", () => page.setAttribute("data-bs-theme", "light"));
  window.addEventListener("afterprint", settle);
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-theme-switch]")) return;
    const next = page.getAttribute("data-bs-theme") === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("theme", next);
    } catch {
      return page.setAttribute("data-bs-theme", next);
    }
    settle();
  });
})();
