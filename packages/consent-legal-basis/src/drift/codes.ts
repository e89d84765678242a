import type { Localized } from "@tillit/law-reference";

/** What the findings of a drift report are about. */
export const driftCodes: Readonly<Record<"CLB401" | "CLB402" | "CLB403", Localized>> = {
  CLB401: {
    sv: "Den publicerade texten säger inte det här.",
    en: "The published text does not say this.",
  },
  CLB402: {
    sv: "Den publicerade texten säger något annat.",
    en: "The published text says something else.",
  },
  CLB403: {
    sv: "Den publicerade texten säger något som modellen inte beskriver.",
    en: "The published text says something that the model does not describe.",
  },
};
