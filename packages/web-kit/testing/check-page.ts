/** What a machine can see of a page's accessibility: axe, reflow, target sizes, labels in line with their controls. */
import axe from "axe-core";
import type { Page } from "playwright-core";

export interface PageFault {
  readonly where: string;
  readonly what: string;
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function runAxe(page: Page, where: string, rules?: readonly string[]): Promise<PageFault[]> {
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(axe.source);
  const only = rules === undefined ? { type: "tag", values: tags } : { type: "rule", values: rules };
  const { violations } = (await page.evaluate(
    `axe.run(document, ${JSON.stringify({ runOnly: only, resultTypes: ["violations"] })})`,
  )) as axe.AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => ({ where, what: `${id}: ${node.html.slice(0, 160)}` })),
  );
}

/** Runs in the page: what is too small, out of line or too wide. */
function measure(): string[] {
  const faults: string[] = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) {
    for (const element of document.querySelectorAll("body *")) {
      const { right } = element.getBoundingClientRect();
      if (right > width + 1) faults.push(`wider than the page: ${element.outerHTML.slice(0, 120)}`);
    }
  }
  for (const target of document.querySelectorAll(
    ".button, .link-button, .option, summary, input, select, textarea",
  )) {
    const inOption = target.closest(".option") !== null && !target.classList.contains("option");
    const { height, width: wide } = target.getBoundingClientRect();
    const least = inOption ? 22 : 43.5;
    if (height > 0 && (height < least || wide < Math.min(least, 24))) {
      faults.push(`${Math.round(height)} px high: ${target.outerHTML.slice(0, 120)}`);
    }
  }
  for (const option of document.querySelectorAll(".option")) {
    const [box, words] = [option.querySelector("input"), option.querySelector("span, label")];
    if (box === null || words === null) continue;
    const middle = (element: Element): number => {
      const { top, bottom } = element.getBoundingClientRect();
      return (top + bottom) / 2;
    };
    if (Math.abs(middle(box) - middle(words)) > 2)
      faults.push(`out of line: ${option.outerHTML.slice(0, 120)}`);
  }
  return faults;
}

/**
 * Checks the shape of the page at 320 px: nothing is wider than the page, every target is 44 px high, every box stands
 * in line with its words. Restores the page's size.
 */
export async function checkShape(page: Page, where: string): Promise<readonly PageFault[]> {
  const size = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ width: 320, height: 640 });
  const faults = (await page.evaluate(measure)).map((what) => ({ where: `${where}, 320 px`, what }));
  await page.setViewportSize(size);
  return faults;
}

/** Checks the page as it stands: axe in light, colour contrast in dark, and its shape. */
export async function checkPage(page: Page, where: string): Promise<readonly PageFault[]> {
  // Without motion, or a colour that is still changing is measured.
  await page.emulateMedia({ reducedMotion: "reduce" });
  const faults = await runAxe(page, where);
  await page.emulateMedia({ colorScheme: "dark" });
  faults.push(...(await runAxe(page, `${where}, dark`, ["color-contrast"])));
  await page.emulateMedia({ colorScheme: null });
  return [...faults, ...(await checkShape(page, where))];
}
