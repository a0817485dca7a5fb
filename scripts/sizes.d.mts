/** Scripts and styles an HTML page of a build loads, everything imported included. */
export function filesOfPage(build: string, page: string): string[];
/** A script with everything it imports. */
export function filesOfScript(build: string, script: string): string[];
export function bytes(build: string, files: readonly string[]): number;
