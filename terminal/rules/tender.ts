/** What a customer is likely to hand over for an amount, and the change. NT$. */
export interface Tender {
  readonly given: number;
  readonly change: number;
}

// Two tens stand for the everyday case of a small amount paid in coins.
const likely = [10, 20, 50, 100, 500, 1000];

/** The three likeliest ways to overpay `amount`, smallest first: 45 gives 收 50 找 5, 收 100 找 55, 收 500 找 455. */
export function tendersFor(amount: number): readonly Tender[] {
  return likely
    .filter((given) => given > amount)
    .slice(0, 3)
    .map((given) => ({ given, change: given - amount }));
}
