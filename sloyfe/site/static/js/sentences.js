// The server answers in the language of the page, so the browser's own bubbles stay away.
for (const form of document.querySelectorAll("form[method='post']")) form.noValidate = true;
