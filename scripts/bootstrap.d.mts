export interface Needs {
  screen?: boolean;
  firefox?: boolean;
  browsers?: boolean;
}
export function bootstrap(needs?: Needs): Promise<{ chromium: string | null; firefox: string | null }>;
export class NotReady extends Error {}
export function main(work: () => Promise<number>): Promise<void>;
