/**
 * The API's routes as types for `hono/client`, for each app the part it uses: a wrong address, body or answer there does
 * not compile. Apps import types from here and never code. The types are written out in written/contract.ts: taken
 * straight from the routes they would carry zod into every browser program.
 */
import type { Hono } from "hono";
import type { BlankEnv } from "hono/types";
import type { Routes } from "../written/contract.ts";

type Part<Tags extends keyof Routes> = Hono<BlankEnv, Routes[Tags]>;

export type FormApi = Part<"Public" | "Applicant">;
export type MyPagesApi = Part<"Public" | "My pages">;
export type DeskApi = Part<Exclude<keyof Routes, "Applicant" | "My pages" | "Operation">>;

export type * from "../written/contract.ts";
