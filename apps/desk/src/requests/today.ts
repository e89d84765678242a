/** Today's date in Sweden, whatever clock the computer shows. */
export function swedishToday(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format(new Date());
}
