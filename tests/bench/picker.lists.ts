const WORDS =
  "senior junior remote berlin sales data cloud product design people excellent strong fit java react python nurse driver maybe hold".split(
    " ",
  );

/** Made-up tags: three words and a number, every tenth with an accent. The same list every time. */
export function manyTags(count: number): string[] {
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  const word = () => WORDS[next(WORDS.length)] ?? "";
  return Array.from({ length: count }, (_, n) => `${word()} ${word()} ${n % 10 === 0 ? "Élan" : word()} ${n}`);
}

/** Queries as typed, letter by letter, and some that find nothing, much, or only with a slip. */
export const QUERIES = [
  "e",
  "ex",
  "exc",
  "excellent f",
  "zzzz",
  "jvaa",
  "excelent fit",
  "sales berlin",
  "4999",
  "élan",
];

/** Time of one run in milliseconds, the median of several. */
export function median(rounds: number, run: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(rounds / 2)] ?? 0;
}
