/* Shows books as of the moment that a slider stands at; without scripts the field beside it does. */
"use strict";
(() => {
  const MINUTE = 60000;
  const text = minutes => new Date(minutes * MINUTE).toISOString().slice(0, 16);

  const tell = (slide, field) => {
    slide.setAttribute("aria-valuetext", field.value ? field.value.replace("T", " ") + " UTC" : slide.dataset.now);
  };

  const connect = form => {
    const slide = form.querySelector("input[type=range]");
    const field = form.querySelector("#as-of");
    slide.closest(".slide").hidden = false;
    tell(slide, field);
    slide.addEventListener("input", () => {
      // At its end it follows the present.
      const left = Number(slide.max) - Number(slide.value);
      field.value = left < Number(slide.step) ? "" : text(Number(slide.value));
      tell(slide, field);
    });
    slide.addEventListener("change", () => form.requestSubmit());
    field.addEventListener("change", () => {
      const at = Date.parse(field.value + (field.value.length === 16 ? ":00Z" : "Z"));
      slide.value = Number.isNaN(at) ? slide.max : Math.floor(at / MINUTE);
      tell(slide, field);
    });
  };

  document.querySelectorAll("form.as-of").forEach(connect);
})();
