// What the pages do with script on top of what they do without: light the evidence of a question, show every answer at
// once, say that work is under way, keep what was typed while the language changes.
"use strict";

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const wide = matchMedia("(min-width: 62.5rem)");

function evidence() {
  const article = document.getElementById("article");
  if (!article) return;
  let held = null;

  const light = (question) => {
    const number = question?.dataset.question;
    all(".question").forEach((other) => other.classList.toggle("active", other === question));
    all("[data-proves]").forEach((piece) =>
      piece.classList.toggle("lit", piece.dataset.proves.split(" ").includes(number)));
    all(".line").forEach((line) => line.classList.toggle("proving", line.querySelector(".lit") !== null));
  };

  const bringUp = (target) => {
    if (!target) return;
    const middle = target.getBoundingClientRect().top - article.getBoundingClientRect().top - article.clientHeight / 3;
    article.scrollBy({ top: middle, behavior: calm.matches ? "auto" : "smooth" });
  };

  all(".question").forEach((question) => {
    question.addEventListener("mouseenter", () => light(question));
    question.addEventListener("mouseleave", () => light(held));
    question.addEventListener("focusin", () => light((held = question)));
    question.addEventListener("click", (event) => {
      light((held = question));
      const link = event.target.closest("a[href^='#l']");
      if (!wide.matches) return;
      if (link) event.preventDefault();
      bringUp(link ? document.querySelector(link.hash) : article.querySelector(".lit"));
    });
  });
}

function answers() {
  const toggle = document.getElementById("answers");
  if (!toggle) return;
  const keys = all("details.key");
  const tell = () => toggle.setAttribute("aria-checked", String(keys.every((key) => key.open)));
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    const open = toggle.getAttribute("aria-checked") !== "true";
    keys.forEach((key) => { key.open = open; });
    tell();
  });
  keys.forEach((key) => key.addEventListener("toggle", tell));
}

function making() {
  const form = document.getElementById("make");
  if (!form) return;
  const button = form.querySelector(".go");
  const rest = button.textContent;
  form.addEventListener("submit", () => {
    button.textContent = button.dataset.busy;
    button.classList.add("busy");
    document.getElementById("progress").textContent = button.dataset.busy;
    setTimeout(() => { button.disabled = true; });
  });
  addEventListener("pageshow", () => {
    button.textContent = rest;
    button.classList.remove("busy");
    button.disabled = false;
  });
  const file = form.elements.file;
  file.addEventListener("change", () => {
    const big = file.files[0]?.size > Number(file.dataset.limit);
    file.setCustomValidity(big ? file.dataset.tooBig : "");
    if (big) { file.reportValidity(); file.value = ""; }
  });
  document.querySelector("[aria-invalid=true]")?.focus();
}

function draft() {
  const form = document.getElementById("make");
  const typed = () => all("textarea, input:not([type=hidden], [type=file])", form)
    .map((field) => [field.id, ["radio", "checkbox"].includes(field.type) ? field.checked : field.value]);
  const put = ([id, value]) => {
    const field = document.getElementById(id);
    if (field) field[typeof value === "boolean" ? "checked" : "value"] = value;
  };
  if (!form) return;
  JSON.parse(sessionStorage.getItem("draft") ?? "[]").forEach(put);
  sessionStorage.removeItem("draft");
  all("[data-keeps-draft]").forEach((link) =>
    link.addEventListener("click", () => sessionStorage.setItem("draft", JSON.stringify(typed()))));
}

evidence();
answers();
making();
draft();
