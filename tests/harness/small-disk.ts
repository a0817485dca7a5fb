import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A small disk that can be filled to the last byte. Mounting it needs root, or sudo without a password. */
export class SmallDisk {
  private readonly filler: string;
  private constructor(readonly folder: string) {
    this.filler = join(folder, "filler");
  }

  static mount(megabytes: number): SmallDisk {
    const folder = mkdtempSync(join(tmpdir(), "quicktag-disk-"));
    asRoot("mount", "-t", "tmpfs", "-o", `size=${megabytes}m,mode=777`, "tmpfs", folder);
    return new SmallDisk(folder);
  }

  /** Fills it until not one more byte fits. */
  fill(): void {
    const file = openSync(this.filler, "a");
    try {
      for (let size = 1024 * 1024; size >= 1; ) {
        try {
          writeSync(file, Buffer.alloc(size));
        } catch {
          size = Math.floor(size / 4);
        }
      }
    } finally {
      closeSync(file);
    }
  }

  free(): void {
    rmSync(this.filler, { force: true });
  }

  unmount(): void {
    asRoot("umount", "--lazy", this.folder);
    rmdirSync(this.folder);
  }
}

function asRoot(program: string, ...args: string[]): void {
  const [command, ...rest] = process.getuid?.() === 0 ? [program, ...args] : ["sudo", "-n", program, ...args];
  execFileSync(command as string, rest, { stdio: "pipe" });
}
