"use strict";

// The cells of compact rows get the roles, classes and labels of a full row, and the numbers that they are sorted by.
(() => {
  const body = document.querySelector("table[role=table]").tBodies[0];
  const full = [...body.querySelector("tr:not([id])").cells].map((cell) => [...cell.attributes]);
  for (const row of body.querySelectorAll("tr[id]")) {
    row.setAttribute("role", "row");
    full.forEach((attributes, i) => {
      const cell = row.cells[i];
      for (const { name, value } of attributes) {
        cell.setAttribute(name, name === "data-value" ? number(cell.textContent) : value);
      }
    });
  }

  function number(text) {
    return text.trim().replace("–", "").replaceAll("−", "-").replaceAll(",", "").replace("∞", "Infinity");
  }
})();
