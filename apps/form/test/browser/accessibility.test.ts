import { checkPage, checkShape, type PageFault } from "@tillit/web-kit/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerTheRest, chooseReceivers, newPage, onward, setStage, type Stage } from "./form-page.ts";

let stage: Stage;
const alike = new Set(["person", "household", "time", "child", "experience", "cooperation", "checks"]);

beforeAll(async () => {
  stage = await setStage();
}, 60_000);

afterAll(async () => {
  await stage.close();
});

describe("every page of the form", () => {
  it("has no fault that axe sees, in light or dark, and fits 320 px with targets of 44 px", async () => {
    const { page, faults } = await newPage(stage);
    const found: PageFault[] = [];
    const look = async (where: string): Promise<void> => {
      // The question steps are made of the same fields: axe looks at those that differ.
      const check = alike.has(where) ? checkShape : checkPage;
      found.push(...(await check(page, where)));
    };
    await page.goto(stage.app.origin);
    await page.getByRole("button", { name: "Börja" }).waitFor();
    await look("start");
    await page.getByRole("button", { name: "Börja" }).click();
    await page.getByRole("button", { name: "Fortsätt" }).click();
    await page.getByRole("alert").waitFor();
    await look("assignment with faults");
    await chooseReceivers(page, ["Skinnskattebergs kommun", "Kasam familjehemsvård"]);
    for (const label of ["Familjehem:", "Jourhem:", "Kontaktfamilj:"]) await page.getByLabel(label).check();
    await onward(page, "Så behandlas");
    await page.getByText("Nyckelns ord").nth(1).waitFor();
    await page.getByText("Läs hela informationen från Skinn").click();
    await look("notices");
    for (const label of ["Familjehem:", "Jourhem:", "Kontaktfamilj:"]) {
      await page.getByRole("button", { name: "Tillbaka" }).click();
      await page.getByRole("heading", { level: 1, name: "Uppdrag och mottagare" }).waitFor();
      await page.getByLabel(label).uncheck();
      await onward(page, "Så behandlas");
    }
    await onward(page, "Om dig");
    await answerTheRest(page, Buffer.from("%PDF-1.7 hej"), look);
    await look("review");
    await page.getByRole("button", { name: "Försegla och skicka" }).click();
    await page.getByRole("heading", { level: 1, name: "Din anmälan är mottagen" }).waitFor();
    await look("receipt");
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("can be walked through by keyboard alone to the first question and past its faults", async () => {
    const { page } = await newPage(stage);
    await page.goto(stage.app.origin);
    await page.getByRole("button", { name: "Börja" }).waitFor();
    await page.keyboard.press("Tab");
    await page.waitForFunction(() => document.activeElement?.textContent === "Hoppa till innehållet");
    await page.getByRole("button", { name: "Börja" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Uppdrag" }).waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === "H1");
    await page.getByLabel("Familjehem:").waitFor();
    await page.keyboard.press("Tab");
    await page.waitForFunction(() => document.activeElement?.getAttribute("value") === "family-home");
    await page.keyboard.press("Space");
    expect(await page.getByLabel("Familjehem:").isChecked()).toBe(true);
    const ring = await page.evaluate(() => {
      const option = document.activeElement?.closest(".option");
      return option === null || option === undefined ? "" : getComputedStyle(option).outlineStyle;
    });
    expect(ring).toBe("solid");
    await page.close();
  });

  it("speaks English when asked, every page of it, and says so to the browser", async () => {
    const { page, faults } = await newPage(stage);
    await page.goto(`${stage.app.origin}/?lang=en`);
    await page.getByRole("button", { name: "Begin" }).click();
    await page.getByRole("heading", { level: 1, name: "Assignment and receivers" }).waitFor();
    expect(await page.getAttribute("html", "lang")).toBe("en");
    expect(await page.title()).toBe("Assignment and receivers – Step 1 of 15 – Tillit");
    await page.getByRole("button", { name: "På svenska" }).click();
    await page.getByRole("heading", { level: 1, name: "Uppdrag och mottagare" }).waitFor();
    expect(page.url()).toBe(`${stage.app.origin}/?steg=assignment`);
    expect(faults).toEqual([]);
  });

  it("bears a person's own text spacing and 200 % text without losing anything", async () => {
    const { page } = await newPage(stage, { viewport: { width: 320, height: 640 } });
    await page.goto(`${stage.app.origin}/?steg=assignment`);
    await page.getByLabel("Skinnskattebergs kommun").waitFor();
    await page.evaluate(() => {
      // A constructed sheet is the reader's own: no policy of the page stands in its way.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        "html{font-size:200%!important}*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}",
      );
      document.adoptedStyleSheets.push(sheet);
    });
    const overflow = await page.evaluate(() =>
      [...document.querySelectorAll("label, legend, button, h1, p")]
        .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
        .map((element) => element.outerHTML.slice(0, 100)),
    );
    expect(overflow).toEqual([]);
    await page.close();
  });

  it("says whom to call where JavaScript is off", async () => {
    const { page } = await newPage(stage, { javaScriptEnabled: false });
    await page.goto(stage.app.origin);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await page.locator("noscript").innerText()).toContain("Ring i stället kommunens växel");
    await page.close();
  });
});
