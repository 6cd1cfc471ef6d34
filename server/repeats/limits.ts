/** Comments of one reader that a new one is compared with, the latest. */
export const MOST_OWN = 50;
/** Other readers counted; more of them say nothing new. */
export const MOST_OTHERS = 20;
