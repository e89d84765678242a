/** An application up to its sending, and ways to stop the page there: held at a request, or killed. */
import type { BrowserContext, Page, Route } from "playwright-core";
import { answerTheRest, chooseReceivers, onward, type Stage } from "./form-page.ts";

export const heading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole("heading", { level: 1, name }).waitFor();

/** From the first page to the review, for one receiver. */
export async function toReview(page: Page, stage: Stage, draft: boolean, attachment?: Buffer): Promise<void> {
  await page.goto(stage.app.origin);
  if (draft) await page.getByLabel("Spara ett utkast").check();
  await page.getByRole("button", { name: "Börja" }).click();
  await heading(page, "Uppdrag och mottagare");
  await chooseReceivers(page, ["Skinnskattebergs kommun"]);
  await onward(page, "Så behandlas dina uppgifter");
  await page.getByText("Nyckelns ord").waitFor();
  await onward(page, "Om dig");
  await answerTheRest(page, attachment);
}

export const send = (page: Page): Promise<void> =>
  page.getByRole("button", { name: "Försegla och skicka" }).click();

/** Ends the page's own process, as a phone does that needs the memory. */
export async function kill(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  session.send("Page.crash").catch(() => undefined);
  await crashed;
  await page.close();
}

/** Answers nothing. */
export const never = (): Promise<void> => Promise.resolve();

/** Holds the first request to a path for ever; resolves when it is there. */
export async function hold(
  page: Page,
  path: RegExp,
  first: (route: Route) => Promise<unknown>,
): Promise<() => Promise<void>> {
  let reach: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  await page.route(path, async (route) => {
    await first(route);
    reach();
  });
  return () => reached;
}
