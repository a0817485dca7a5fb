import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../../..");

export interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** All translations there are, by the code of the language. */
export const LANGUAGES: ReadonlyMap<string, Record<string, Message>> = new Map(
  readdirSync(join(ROOT, "public/_locales")).map((code) => [
    code,
    JSON.parse(readFileSync(join(ROOT, `public/_locales/${code}/messages.json`), "utf8")),
  ]),
);

/** The source files of these folders with their texts. */
export function sources(...folders: readonly string[]): { path: string; code: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => ({ path: `${folder}/${name}`, code: readFileSync(join(ROOT, folder, name), "utf8") })),
  );
}

export const manifest = (): string => readFileSync(join(ROOT, "manifest.json"), "utf8");
