// Slides the row of pages so that the one that is open can be seen.
const open = document.querySelector(".subpages [aria-current]");
const row = open?.closest("ul");
if (row) row.scrollLeft = open.offsetLeft - (row.clientWidth - open.clientWidth) / 2;
