import { execFile } from "node:child_process";
import { ROOT } from "../../unit/docs/read";

/** Runs the relay's command as an administrator does; gives its exit code and all it said. */
export function runCommand(...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ["--import", "tsx", "relay/main.ts", ...args], { cwd: ROOT }, (error, out, said) =>
      resolve({ code: error ? Number(error.code) : 0, said: said + out }),
    );
  });
}
