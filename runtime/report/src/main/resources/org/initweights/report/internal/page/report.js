"use strict";

// Sorting and searching. What is chosen stands in the address (#search=conv&sort=std&order=descending), so that it can be shared.
(() => {
  const table = document.querySelector("table[role=table]");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const details = rows.map((row) => document.querySelector(row.querySelector("a").getAttribute("href")));
  const texts = rows.map((row) => [...row.cells].slice(0, 3).map((cell) => cell.textContent).join(" ").toLowerCase());
  const titles = [...table.tHead.rows[0].cells];
  const input = document.getElementById("search");
  const count = document.querySelector("output");
  const state = { sort: "", order: "ascending" };

  function search() {
    const words = input.value.toLowerCase().split(/\s+/);
    let shown = 0;
    rows.forEach((row, i) => {
      const hidden = !words.every((word) => texts[i].includes(word));
      row.hidden = details[i].hidden = hidden;
      shown += hidden ? 0 : 1;
    });
    count.textContent = shown === rows.length ? "" : shown + " of " + rows.length;
  }

  function compare(column) {
    const numbers = titles[column].classList.contains("number");
    const words = new Intl.Collator("en", { numeric: true });
    const sign = state.order === "ascending" ? 1 : -1;
    return (a, b) => {
      if (!numbers) return sign * words.compare(a.cells[column].textContent, b.cells[column].textContent);
      const x = a.cells[column].dataset.value;
      const y = b.cells[column].dataset.value;
      if (x === "" || y === "") return (x === "") - (y === "");
      return sign * (x - y);
    };
  }

  function sort() {
    const column = titles.findIndex((title) => title.dataset.key === state.sort);
    titles.forEach((title) => title.removeAttribute("aria-sort"));
    const sorted = [...rows];
    if (column >= 0) {
      titles[column].setAttribute("aria-sort", state.order);
      sorted.sort(compare(column));
    }
    body.append(...sorted);
  }

  function remember() {
    const values = new URLSearchParams();
    if (input.value) values.set("search", input.value);
    if (state.sort) {
      values.set("sort", state.sort);
      values.set("order", state.order);
    }
    history.replaceState(null, "", "#" + values);
  }

  function recall() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target) {
      target.open = true;
      target.scrollIntoView();
      return;
    }
    const values = new URLSearchParams(location.hash.slice(1));
    input.value = values.get("search") || "";
    state.sort = values.get("sort") || "";
    state.order = values.get("order") === "descending" ? "descending" : "ascending";
    search();
    sort();
  }

  for (const title of titles.filter((title) => title.dataset.key)) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = title.textContent;
    title.replaceChildren(button);
    button.addEventListener("click", () => {
      state.order = state.sort === title.dataset.key && state.order === "ascending" ? "descending" : "ascending";
      state.sort = title.dataset.key;
      sort();
      remember();
    });
  }
  input.addEventListener("input", () => {
    search();
    remember();
  });
  addEventListener("hashchange", recall);
  document.querySelector(".search").hidden = false;
  recall();
})();
