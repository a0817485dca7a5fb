/** How many writes one integration takes at once, as far as its answers told. */
export interface Concurrency {
  /** `Concurrency-Limit`; null before the first answer that had one. */
  limit: number | null;
  current: number;
  /** After a 429: grow by one per full round of answers instead of jumping to what the headers allow. */
  recovering: boolean;
  /** Answers since the current last changed. */
  answers: number;
  loweredAt: number | null;
}

/** What one answer told about the limit. */
export interface ConcurrencySignal {
  busy: boolean;
  limit: number | null;
  remaining: number | null;
  /** Our own other writes that were open when the answer came. */
  othersOpen: number;
}

/** Few enough for the most fragile ATS, many enough that nobody waits for a handful of tags. */
export const INITIAL_CONCURRENCY: Concurrency = {
  limit: null,
  current: 4,
  recovering: false,
  answers: 0,
  loweredAt: null,
};

/** One burst over the limit brings several 429 at once; they count as one. */
const ONE_BURST_MS = 1000;

/** The current after one more answer. Pure. */
export function nextConcurrency(state: Concurrency, signal: ConcurrencySignal, now: number): Concurrency {
  const limit = positive(signal.limit) ?? state.limit;
  return signal.busy ? lower({ ...state, limit }, now) : raise({ ...state, limit }, signal);
}

function lower(state: Concurrency, now: number): Concurrency {
  const sameBurst = state.loweredAt !== null && now >= state.loweredAt && now - state.loweredAt < ONE_BURST_MS;
  const halved = sameBurst ? state.current : Math.floor(state.current / 2);
  const current = Math.max(1, Math.min(halved, state.limit ?? halved));
  return { ...state, current, recovering: true, answers: 0, loweredAt: sameBurst ? state.loweredAt : now };
}

/** Others use the same limit, so what we may have open is what we have open plus what the answer said is left. */
function raise(state: Concurrency, signal: ConcurrencySignal): Concurrency {
  const known =
    state.limit ??
    (state.recovering ? INITIAL_CONCURRENCY.current : Math.max(INITIAL_CONCURRENCY.current, state.current));
  const room = signal.remaining === null ? known : signal.othersOpen + 1 + Math.max(0, signal.remaining);
  const ceiling = Math.max(1, Math.min(known, room));
  if (!state.recovering || ceiling <= state.current) return settle(state, ceiling);
  const answers = state.answers + 1;
  return answers < state.current ? { ...state, answers } : settle(state, state.current + 1);
}

function settle(state: Concurrency, current: number): Concurrency {
  return {
    ...state,
    current,
    answers: 0,
    recovering: state.recovering && current < (state.limit ?? INITIAL_CONCURRENCY.current),
  };
}

function positive(value: number | null): number | null {
  return value !== null && Number.isFinite(value) && value >= 1 ? Math.floor(value) : null;
}
