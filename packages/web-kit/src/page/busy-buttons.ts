/**
 * A button that is at work says so with `aria-disabled` and keeps its focus: a browser takes the focus from a button that
 * becomes `disabled`, and the reader is lost. Call once when an app starts: then a click on such a button does nothing,
 * nor does Enter in a field, which the browser turns into a click on the form's button.
 */
export function holdBusyButtons(): void {
  addEventListener(
    "click",
    (event) => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (target?.closest('button[aria-disabled="true"]') === null || target === undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
}
