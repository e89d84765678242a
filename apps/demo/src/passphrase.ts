/** Passphrases a demo user can type: six words of a list of 60, drawn evenly. */
import { randomInt } from "node:crypto";

const words =
  "ask björk gran tall rönn lönn alm sälg hav sjö bäck strand holme udde dal berg sol måne stjärna moln regn snö vind dimma " +
  "räv hare älg lodjur igelkott ekorre uggla svan bok penna lykta nyckel klocka karta segel åra ull lin tråd väv " +
  "bröd smör äpple lingon blåbär honung kanel te bänk dörr fönster trappa bro stig grind brunn";
const list: readonly string[] = words.split(" ");

/** About 35 bits: enough for made-up people, too little for real ones. */
export function newPassphrase(): string {
  return Array.from({ length: 6 }, () => list[randomInt(list.length)]).join(" ");
}
