/** How many writes one integration takes at once, as far as its answers told. */
export interface Width {
  /** `Concurrency-Limit`; null before the first answer that had one. */
  limit: number | null;
  width: number;
  /** After a 429: grow by one per full round of answers instead of jumping to what the headers allow. */
  careful: boolean;
  /** Answers since the width last changed. */
  answers: number;
  loweredAt: number | null;
}

/** What one answer told about the limit. */
export interface WidthSignal {
  busy: boolean;
  limit: number | null;
  remaining: number | null;
  /** Our own other writes that were open when the answer came. */
  othersOpen: number;
}

/** Few enough for the most fragile ATS, many enough that nobody waits for a handful of tags. */
export const FIRST_WIDTH: Width = { limit: null, width: 4, careful: false, answers: 0, loweredAt: null };

/** One burst over the limit brings several 429 at once; they count as one. */
const ONE_BURST_MS = 1000;

/** The width after one more answer. Pure. */
export function learnWidth(state: Width, signal: WidthSignal, now: number): Width {
  const limit = positive(signal.limit) ?? state.limit;
  return signal.busy ? lower({ ...state, limit }, now) : raise({ ...state, limit }, signal);
}

function lower(state: Width, now: number): Width {
  const sameBurst = state.loweredAt !== null && now >= state.loweredAt && now - state.loweredAt < ONE_BURST_MS;
  const halved = sameBurst ? state.width : Math.floor(state.width / 2);
  const width = Math.max(1, Math.min(halved, state.limit ?? halved));
  return { ...state, width, careful: true, answers: 0, loweredAt: sameBurst ? state.loweredAt : now };
}

/** Others use the same limit, so what we may have open is what we have open plus what the answer said is left. */
function raise(state: Width, signal: WidthSignal): Width {
  const known = state.limit ?? (state.careful ? FIRST_WIDTH.width : Math.max(FIRST_WIDTH.width, state.width));
  const room = signal.remaining === null ? known : signal.othersOpen + 1 + Math.max(0, signal.remaining);
  const ceiling = Math.max(1, Math.min(known, room));
  if (!state.careful || ceiling <= state.width) return settle(state, ceiling);
  const answers = state.answers + 1;
  return answers < state.width ? { ...state, answers } : settle(state, state.width + 1);
}

function settle(state: Width, width: number): Width {
  return { ...state, width, answers: 0, careful: state.careful && width < (state.limit ?? FIRST_WIDTH.width) };
}

function positive(value: number | null): number | null {
  return value !== null && Number.isFinite(value) && value >= 1 ? Math.floor(value) : null;
}
